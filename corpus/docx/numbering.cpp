#include "corpus/docx/numbering.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/characters.h"
#include "corpus/docx/manuscript.h"
#include "corpus/docx/markup_reader.h"
#include "corpus/docx/number_format.h"
#include "corpus/docx/symbols.h"
#include "corpus/utf8.h"

namespace gouji::corpus::docx {

constexpr std::size_t longest_number = 4096;  // of w:lvlText: Word has room for far less
constexpr std::size_t most_lists = 20'000;    // of w:num, and of w:abstractNum

class NumberingReader : public MarkupReader {
 public:
  explicit NumberingReader(Numbering& out) : out_(out) {}

 protected:
  bool open(const Tag& tag) override {
    if (tag.space != Space::markup) return false;
    switch (tag.name) {
      case Name::abstractNum:
        abstract_ = &out_.abstracts_[tag.number(Name::abstractNumId, -1)];
        count_lists();
        break;
      case Name::num:
        list_ = &out_.lists_[tag.number(Name::numId, -1)];
        count_lists();
        break;
      case Name::abstractNumId:
        if (list_ != nullptr) list_->abstract = tag.number(Name::val, -1);
        break;
      case Name::lvlOverride:
        override_ = list_ == nullptr ? nullptr : &list_->overrides[level_number(tag)];
        break;
      case Name::startOverride:
        if (override_ != nullptr) override_->start = tag.number(Name::val, 0);
        break;
      case Name::lvl:
        begin_level(tag);
        break;
      case Name::numStyleLink:
        if (abstract_ != nullptr) abstract_->style_link = tag.get(Name::val);
        break;
      case Name::styleLink:
        if (abstract_ != nullptr) abstract_->defines = tag.get(Name::val);
        break;
      default:
        if (level_ != nullptr) property(tag);
    }
    return true;
  }

  void close(Space, Name name) override {
    if (name == Name::lvl) level_ = nullptr;
    if (name == Name::lvlOverride) override_ = nullptr;
    if (name == Name::abstractNum) abstract_ = nullptr;
    if (name == Name::num) list_ = nullptr;
  }

 private:
  static int level_number(const Tag& tag) { return std::clamp(tag.number(Name::ilvl, 0), 0, list_levels - 1); }

  void count_lists() const {
    if (std::max(out_.abstracts_.size(), out_.lists_.size()) > most_lists) throw Refused{too_much(fmt::format("{} lists", most_lists))};
  }

  void begin_level(const Tag& tag) {
    const auto number = static_cast<std::size_t>(level_number(tag));
    if (override_ != nullptr) {
      override_->replaced = true;
      level_ = &override_->level;
    } else if (abstract_ != nullptr) {
      level_ = &abstract_->levels[number];
    }
  }

  void property(const Tag& tag) {
    switch (tag.name) {
      case Name::start:
        level_->start = tag.number(Name::val, 0);
        break;
      case Name::numFmt:
        level_->format = tag.get(Name::val);
        level_->pattern = tag.get(Name::format);
        break;
      case Name::lvlText:
        if (tag.get(Name::val).size() > longest_number)
          throw Refused{too_much(fmt::format("{} bytes in the text of a list's numbers", longest_number))};
        level_->text = tag.get(Name::val);
        break;
      case Name::lvlRestart:
        level_->restart = tag.number(Name::val, -1);
        break;
      case Name::isLgl:
        level_->digits = tag.on();
        break;
      case Name::suff:
        level_->after = tag.get(Name::val) == "space" ? ' ' : tag.get(Name::val) == "nothing" ? '\0' : '\t';
        break;
      case Name::pStyle:
        level_->style = tag.get(Name::val);
        break;
      case Name::vanish:
        level_->hidden = tag.on();
        break;
      case Name::rFonts:
        level_->font = tag.get(tag.has(Name::ascii) ? Name::ascii : Name::hAnsi);
        break;
      default:
        break;
    }
  }

  Numbering& out_;
  Numbering::Abstract* abstract_ = nullptr;
  Numbering::List* list_ = nullptr;
  Numbering::Override* override_ = nullptr;
  ListLevel* level_ = nullptr;
};

namespace {

// A bullet's characters are those of its font.
void append_symbols(std::string_view text, std::string_view font, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    std::array<char, 4> bytes{};
    out.append(bytes.data(), write_utf8(bytes.data(), symbol(font, c.code)));
    at += c.bytes;
  }
}

// Between a number and the text: nothing where the number's own last character parts them (一、 （一）), else a space, whatever the tab.
void append_gap(char after, std::string& out) {
  if (after != 0 && !out.empty() && static_cast<unsigned char>(out.back()) < 0x80) out += ' ';
}

}  // namespace

Result<void> Numbering::read(std::string_view xml, std::string_view part, const Limits& limits) {
  NumberingReader reader(*this);
  if (auto step = read_xml(xml, part, limits, reader); !step) return step;
  link();
  return {};
}

void Numbering::need() {
  if (const auto read = std::exchange(needed_, nullptr)) read();
}

void Numbering::link() {
  std::unordered_map<std::string_view, const Abstract*> defining;
  for (const auto& [id, abstract] : abstracts_) {
    if (!abstract.defines.empty()) defining.emplace(abstract.defines, &abstract);
  }
  for (auto& [id, abstract] : abstracts_) {
    const auto found = abstract.style_link.empty() ? defining.end() : defining.find(abstract.style_link);
    if (found != defining.end() && found->second != &abstract) abstract.levels = found->second->levels;
  }
}

const ListLevel& ListCounter::level_of(const Numbering::List& list, const Numbering::Abstract& abstract, int level) const {
  const auto found = list.overrides.find(level);
  return found != list.overrides.end() && found->second.replaced ? found->second.level : abstract.levels[static_cast<std::size_t>(level)];
}

void ListCounter::count(int id, const Numbering::List& list, const Numbering::Abstract& abstract, int level) {
  Counts& counts = counts_[list.abstract];
  const auto own = list.overrides.find(level);
  const auto at = static_cast<std::size_t>(level);
  const bool starts_itself = own != list.overrides.end() && own->second.start >= 0 && begun_.insert({{id, level}, true}).second;
  if (starts_itself) {
    counts.value[at] = own->second.start;
  } else if (counts.counting[at]) {
    counts.value[at] = std::min(counts.value[at], INT32_MAX - 1) + 1;
  } else {
    counts.value[at] = own != list.overrides.end() && own->second.start >= 0 ? own->second.start : level_of(list, abstract, level).start;
  }
  counts.counting[at] = true;
  for (int deeper = level + 1; deeper < list_levels; ++deeper) {
    const int restart = level_of(list, abstract, deeper).restart;
    if (restart < 0 || level < restart) counts.counting[static_cast<std::size_t>(deeper)] = false;
  }
}

void ListCounter::print(const Numbering::List& list, const Numbering::Abstract& abstract, const Counts& counts, int level, std::string& out) const {
  const ListLevel& own = level_of(list, abstract, level);
  if (own.format == "bullet") return append_symbols(own.text, own.font, out);
  for (std::size_t at = 0; at < own.text.size(); ++at) {
    const bool number = own.text[at] == '%' && at + 1 < own.text.size() && own.text[at + 1] >= '1' && own.text[at + 1] <= '9';
    if (!number) {
      out += own.text[at];
      continue;
    }
    const int shown = own.text[++at] - '1';
    if (shown > level) continue;
    const ListLevel& other = level_of(list, abstract, shown);
    const auto index = static_cast<std::size_t>(shown);
    const int value = counts.counting[index] ? counts.value[index] : other.start;
    if (own.digits && other.format != "none") {
      out += format_number("decimal", value);
    } else if (other.format == "custom") {
      out += format_custom_number(other.pattern, value);
    } else {
      out += format_number(other.format, value);
    }
  }
}

void ListCounter::next(int id, int level, std::string_view style, std::string& out) {
  numbering_.need();
  const auto list = numbering_.lists_.find(id);
  if (list == numbering_.lists_.end()) return;
  const auto abstract = numbering_.abstracts_.find(list->second.abstract);
  if (abstract == numbering_.abstracts_.end()) return;
  if (level < 0) {
    const auto& levels = abstract->second.levels;
    const auto bound = std::find_if(levels.begin(), levels.end(), [&](const ListLevel& l) { return !style.empty() && l.style == style; });
    level = bound == levels.end() ? 0 : static_cast<int>(bound - levels.begin());
  }
  level = std::min(level, list_levels - 1);
  count(id, list->second, abstract->second, level);
  const ListLevel& own = level_of(list->second, abstract->second, level);
  if (own.hidden) return;
  std::string number;
  print(list->second, abstract->second, counts_[list->second.abstract], level, number);
  append_gap(own.after, number);
  out += number;
}

}  // namespace gouji::corpus::docx
