#include "corpus/furniture.h"

#include <algorithm>
#include <array>

#include "corpus/characters.h"
#include "corpus/numbering.h"
#include "corpus/squeezed.h"
#include "corpus/titles.h"
#include "corpus/word_list.h"

namespace gouji::corpus {
namespace {

constexpr unsigned furniture_characters = 90;  // longer lines are text
constexpr unsigned lines_of_a_page = 4;        // furniture lines that make a text a web page

// Whole lines, in byte order.
constexpr WordList whole(std::array<std::string_view, 78>{
    ">",         "English",    "|",        "上一页",   "下一页",   "专题专栏", "个人中心", "中",         "互动交流",   "主题分类",
    "保存",      "信息公开",   "免责声明", "公开形式", "关闭",     "关于我们", "关键词：", "分享",       "分享到",     "加入收藏",
    "办事服务",  "发布日期",   "发布时间", "发布机构", "发文日期", "发文机关", "发文机构", "大",         "字体",       "字体：",
    "字号",      "字号：",     "小",       "退出",     "打印",     "打印本页", "扫一扫",   "搜索",       "收藏",       "政务公开",
    "政务服务",  "政务新媒体", "政府公报", "政民互动", "文号：",   "新闻中心", "无障碍",   "无障碍浏览", "无障碍阅读", "有效性：",
    "来源",      "来源：",     "标题：",   "正文",     "永久收藏", "注册",     "浏览次数", "点击数",     "版权声明",   "登录",
    "登录|注册", "相关链接",   "相关文件", "相关解读", "相关附件", "站内搜索", "简体",     "繁体",       "繁體",       "索引号",
    "索引号：",  "网站声明",   "网站地图", "联系我们", "解读回应", "设为首页", "返回顶部", "首页"});

constexpr WordList openings(std::array<std::string_view, 40>{
    "Copyright", "©",          "【字体",     "【打印",   "上一篇",     "下一篇",   "中国政府网", "主办单位", "主办：",   "关于我们|",
    "分享到：",  "发布日期：", "发布时间：", "发布于",   "发布机构：", "字体：",   "字号：",     "当前位置", "您的位置", "您当前",
    "您现在",    "所在位置",   "扫一扫",     "承办单位", "技术支持",   "打印本页", "收藏",       "无障碍",   "本站支持", "来源:",
    "来源：",    "浏览次数：", "点击数：",   "版权所有", "索引号：",   "网站支持", "网站标识",   "网站地图", "责任编辑", "阅读人数"});

constexpr WordList anywhere(std::array<std::string_view, 10>{"ICP备", "公网安备", "网站标识码", "版权所有", "AllRightsReserved", "首页>", "首页/",
                                                             "首页＞", "政府网站找错", "分辨率浏览"});

// How far a line is running text of a report: its characters, or none.
unsigned running_text(std::string_view decoded, const Line& line) {
  if (line.empty() || line.role != LineRole::text) return 0;
  if (line.stops > 0 && line.characters >= 20) return line.characters;
  if (line.characters >= 6 && line.characters <= 60 && line.han >= 4) {
    const Numbering n = parse_numbering(decoded.substr(line.begin, line.end - line.begin));
    if (n.style == NumberStyle::han_comma || n.style == NumberStyle::han_paren) return line.characters;
  }
  return 0;
}

bool is_salutation(std::string_view content) {
  return content.starts_with("各位代表") || content.starts_with("各位委员") || content.starts_with("主任、各位");
}

// A line that stands between a title and the text: the office, its head, the date, where it was delivered, 各位代表.
bool belongs_above_text(std::string_view content, const Line& line) {
  if (line.characters > 50 || line.empty()) return false;
  const Squeezed squeezed(content, line.spaced, 240);
  const std::string_view s = squeezed.view();
  if (is_salutation(s) || s.starts_with("—") || s.starts_with("（") || s.starts_with("(")) return true;
  for (const std::string_view end : {"局", "厅", "委员会", "政府", "会议上", "会议通过", "调查队", "办公室", "日"}) {
    if (s.ends_with(end)) return true;
  }
  return s.find("局长") != std::string_view::npos || s.find("厅长") != std::string_view::npos || ends_title(content, line) ||
         static_cast<bool>(parse_numbering(content));
}

class Page {
 public:
  Page(std::string_view decoded, std::vector<Line>& lines) : decoded_(decoded), lines_(lines) {}

  std::vector<Article> read() {
    const auto end = static_cast<std::uint32_t>(lines_.size());
    unsigned found = 0;
    for (Line& line : lines_) {
      if (line.empty() || !is_furniture_line(content(line), line)) continue;
      line.role = LineRole::furniture;
      ++found;
    }
    std::vector<Article> articles = found < lines_of_a_page ? std::vector<Article>{} : long_stretches();
    if (articles.empty()) {
      for (Line& line : lines_) {
        if (line.role == LineRole::furniture) line.role = LineRole::text;
      }
      return {{0, end}};
    }
    for (std::size_t i = 0; i < articles.size(); ++i) {
      trim(articles[i], i == 0 || articles[i].first > articles[i - 1].last + most_inside,
           i + 1 == articles.size() || articles[i + 1].first > articles[i].last + most_inside);
    }
    mark_outside(articles);
    return articles;
  }

 private:
  static constexpr std::uint32_t most_inside = 2;  // furniture lines that interrupt an article without ending it

  std::string_view content(const Line& line) const { return decoded_.substr(line.begin, line.end - line.begin); }

  // The stretches between furniture lines that hold running text: the longest, and others of a tenth of it or more.
  std::vector<Article> long_stretches() const {
    std::vector<std::pair<std::uint64_t, Article>> stretches;
    std::uint64_t most = 0, characters = 0;
    std::uint32_t first = 0;
    for (std::uint32_t i = 0; i <= lines_.size(); ++i) {
      const bool ends = i == lines_.size() || lines_[i].role == LineRole::furniture;
      if (!ends) {
        characters += running_text(decoded_, lines_[i]);
        continue;
      }
      if (characters > 0) stretches.push_back({characters, {first, i}});
      most = std::max(most, characters);
      first = i + 1;
      characters = 0;
    }
    std::vector<Article> out;
    for (const auto& [n, stretch] : stretches) {
      if (n * 10 >= most && n >= 100) out.push_back(stretch);
    }
    return out;
  }

  void mark_outside(const std::vector<Article>& articles) {
    auto article = articles.begin();
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
      while (article != articles.end() && i >= article->last) ++article;
      if (article != articles.end() && i >= article->first) continue;
      if (lines_[i].empty()) {
        lines_[i].tabs = 0;
      } else {
        lines_[i].role = LineRole::furniture;
      }
    }
  }

  // From the title, or what belongs above the text, to the last line that is text, number or label of a table.
  void trim(Article& article, bool above, bool below) const {
    std::uint32_t text = article.first;
    while (text < article.last && running_text(decoded_, lines_[text]) == 0 && !is_salutation(content(lines_[text]))) ++text;
    if (above) article.first = head_of(article.first, text);
    while (below && article.last > text && !is_last(lines_[article.last - 1])) --article.last;
  }

  std::uint32_t head_of(std::uint32_t limit, std::uint32_t text) const {
    constexpr std::uint32_t head = 16;
    std::uint32_t first = text;
    for (std::uint32_t i = text; i > limit && text - i < head; --i) {
      if (ends_title(content(lines_[i - 1]), lines_[i - 1])) first = i - 1;
    }
    while (first > limit && belongs_above_text(content(lines_[first - 1]), lines_[first - 1])) --first;
    while (first > limit && begins_title(lines_[first - 1], lines_[first])) --first;
    return first;
  }

  // 2025年某市 / 国民经济和社会发展统计公报
  bool begins_title(const Line& upper, const Line& lower) const {
    return upper.characters > 0 && upper.characters <= 30 && upper.digits >= 4 && lower.characters > 0 && lower.blanks_before <= 1 &&
           ends_title(content(lower), lower);
  }

  bool is_last(const Line& line) const {
    if (running_text(decoded_, line) > 0) return true;
    return !line.empty() && line.tabs == 1 && line.digits > 0;
  }

  std::string_view decoded_;
  std::vector<Line>& lines_;
};

}  // namespace

bool is_furniture_line(std::string_view content, const Line& line) {
  if (line.characters > furniture_characters || line.stops > 1) return false;
  const Squeezed squeezed(content, line.spaced, 300);
  const std::string_view s = squeezed.view();
  return whole.has(s) || openings.starts(s) || anywhere.occurs_in(s);
}

std::vector<Article> mark_furniture(std::string_view decoded, std::vector<Line>& lines) { return Page(decoded, lines).read(); }

}  // namespace gouji::corpus
