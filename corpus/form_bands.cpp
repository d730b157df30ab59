#include "corpus/form_bands.h"

#include <algorithm>
#include <string>

#include "corpus/heading_words.h"
#include "corpus/squeezed.h"

namespace gouji::corpus {
namespace {

using Kind = Segment::Kind;

struct Headings {
  unsigned texts = 0, words = 0, indicators = 0, sentences = 0;
  bool numbers = false;
};

Headings headings_of(std::string_view decoded, const std::vector<Segment>& segments) {
  Headings out;
  for (const Segment& s : segments) {
    if (s.kind != Kind::text) {
      out.numbers = true;
      return out;
    }
    const Squeezed squeezed(decoded.substr(s.range.begin, s.range.size()), true, 60);
    ++out.texts;
    out.words += is_heading_word(squeezed.view()) ? 1 : 0;
    out.indicators += is_indicator_heading(squeezed.view()) ? 1 : 0;
    out.sentences += heads_sentences(squeezed.view()) ? 1 : 0;
  }
  return out;
}

bool is_text(const PrintedRow& row) {
  return std::all_of(row.segments.begin(), row.segments.end(), [](const Segment& s) { return s.kind == Kind::text; });
}

bool in_line(const Segment& a, const Segment& b) {
  if (overlap(a.from, a.to, b.from, b.to) == 0) return false;
  const double apart = a.centre() - b.centre();
  return (apart < 2 && apart > -2) || a.from == b.from;
}

// Each segment of `upper` has a partner in `lower` that stands in line with it.
bool all_in_line(const PrintedRow& upper, const PrintedRow& lower) {
  return std::all_of(upper.segments.begin(), upper.segments.end(), [&](const Segment& a) {
    return std::any_of(lower.segments.begin(), lower.segments.end(), [&](const Segment& b) { return in_line(a, b); });
  });
}

class Finder {
 public:
  Finder(std::string_view decoded, const std::vector<PrintedRow>& rows) : decoded_(decoded), rows_(rows) {}

  std::vector<Band> run() {
    const std::size_t top = end_of_filled_in();
    if (top > 0) bands_.push_back({0, 0, top, true, false});
    for (std::size_t i = top; i < rows_.size();) {
      const Band header = header_at(i, bands_.empty() ? top : std::max(top, bands_.back().body));
      if (header.body > 0) add(header, top);
      i = header.body > 0 ? header.body : i + 1;
    }
    if (bands_.empty()) bands_.push_back({});
    for (std::size_t b = 0; b < bands_.size(); ++b) bands_[b].last = b + 1 < bands_.size() ? bands_[b + 1].first : rows_.size();
    return bands_;
  }

 private:
  std::string squeezed(std::size_t first, std::size_t last) const {
    std::string out;
    for (std::size_t i = first; i < last; ++i)
      for (const Segment& s : rows_[i].segments) out += Squeezed(decoded_.substr(s.range.begin, s.range.size()), true, 200).view();
    return out;
  }

  bool has_data(std::size_t first, std::size_t last) const {
    for (std::size_t i = first; i < last; ++i)
      if (std::any_of(rows_[i].segments.begin(), rows_[i].segments.end(), [](const Segment& s) { return s.kind == Kind::number; })) return true;
    return false;
  }

  // 项目名称 | …; 主管部门 | … | 实施单位 | …: pairs of a label and what was filled in, the label perhaps wrapped around its line.
  std::size_t end_of_filled_in() const {
    std::size_t end = 0;
    for (std::size_t i = 0; i < rows_.size() && i < 40; ++i) {
      if (rows_[i].segments.size() % 2 == 1 && rows_[i].segments.size() > 1) break;
      if (is_heading_line(decoded_, rows_[i].segments)) break;
      if (is_filled_in(i)) {
        end = i + 1;
        const Segment& beside = rows_[i].segments.back();
        const auto wrapped = [&](const PrintedRow& row) {
          if (row.segments.size() != 1 || !is_text(row)) return false;
          return rows_[i].segments.size() > 1 ? in_line(row.segments.front(), beside) : row.segments.front().to <= beside.from;
        };
        if (end < rows_.size() && wrapped(rows_[end])) ++end;  // the last line of the label, or of what was filled in
      } else if (i > end + 1) {
        break;
      }
    }
    return end;
  }

  bool is_filled_in(std::size_t i) const {
    const std::vector<Segment>& segments = rows_[i].segments;
    if (segments.size() > 6) return false;
    if (segments.size() % 2 == 0)
      return is_form_label(Squeezed(decoded_.substr(segments.front().range.begin, segments.front().range.size()), true, 60).view());
    if (i == 0 || i + 1 >= rows_.size()) return false;
    // A label of two lines, what was filled in between them.
    const std::vector<Segment>&above = rows_[i - 1].segments, &below = rows_[i + 1].segments;
    if (above.size() != 1 || below.size() != 1 || above.front().to > segments.front().from || below.front().to > segments.front().from) return false;
    return is_form_label(squeezed(i - 1, i) + squeezed(i + 1, i + 2));
  }

  // The header whose line of headings is row i: with the lines wrapped around it. `body` is 0 where there is none.
  Band header_at(std::size_t i, std::size_t least) {
    const Headings h = headings_of(decoded_, rows_[i].segments);
    if (!is_heading_line(decoded_, rows_[i].segments)) return {};
    Band band{i, i + 1, 0, true, h.sentences >= 2 && h.sentences + 1 >= h.texts && h.indicators == 0};
    is_form_ = is_form_ || h.indicators >= 2 || band.sentences;
    while (band.body < rows_.size() && is_heading_line(decoded_, rows_[band.body].segments) && near(band.body) && !band.sentences) ++band.body;
    constexpr std::size_t most_around = 3;
    const std::size_t body = band.body;
    std::size_t around = 0;
    for (std::size_t k = 1; k <= most_around && i >= k + least && body + k - 1 < rows_.size() && !band.sentences; ++k) {
      const PrintedRow &upper = rows_[i - k], &lower = rows_[body + k - 1];
      if (!is_text(upper) || !is_text(lower) || !near(i - k + 1) || !near(body + k - 1)) break;
      if (!all_in_line(upper, lower) || !all_in_line(lower, upper) || stands_by_headings(upper, rows_[i])) break;
      around = k;
    }
    band.first -= around;
    band.body += around;
    return band;
  }

  // A line above or below a whole heading is none of its lines.
  bool stands_by_headings(const PrintedRow& row, const PrintedRow& headings) const {
    return std::any_of(row.segments.begin(), row.segments.end(), [&](const Segment& s) {
      return std::any_of(headings.segments.begin(), headings.segments.end(), [&](const Segment& h) {
        return overlap(s.from, s.to, h.from, h.to) > 0 && is_heading_word(Squeezed(decoded_.substr(h.range.begin, h.range.size()), true, 60).view());
      });
    });
  }

  // No blank line stands above row i, or the print has one above each.
  bool near(std::size_t i) const { return i > 0 && rows_[i].y - rows_[i - 1].y <= 2 && rows_[i].page == rows_[i - 1].page; }

  void add(const Band& header, std::size_t top) {
    const bool first = bands_.size() == (top > 0 ? 1U : 0U);
    if (!first) {
      Band& before = bands_.back();
      if (is_repeated(before, header) || is_first_again(header)) return;
      const bool goes_on =
          before.headed && !before.sentences && !header.sentences && header.first <= before.body + 2 && !has_data(before.body, header.first);
      if (goes_on) {
        before.body = header.body;
      } else {
        bands_.push_back(header);
      }
      return;
    }
    if (has_data(top, header.first)) bands_.push_back({top, top, top, false, false});
    if (has_data(top, header.first) || top > 0 || is_form_) {
      bands_.push_back(header);
      if (!has_data(top, header.first)) bands_.back().first = top;
    } else {
      bands_.push_back({});  // no form: how far the header reaches is for the reader to find
      first_ = header;
    }
  }

  // A later page prints the header again.
  bool is_repeated(const Band& before, const Band& header) const {
    if (rows_[before.first].page == rows_[header.first].page) return false;
    return squeezed(header.first, header.body) == squeezed(before.first, before.body);
  }

  // The same of a table that is no form.
  bool is_first_again(const Band& header) const { return !bands_.back().headed && first_.body > 0 && is_repeated(first_, header); }

  std::string_view decoded_;
  const std::vector<PrintedRow>& rows_;
  std::vector<Band> bands_;
  Band first_;            // the headings of the only band, where that is not `headed`
  bool is_form_ = false;  // it has headings of indicators or of goals
};

}  // namespace

bool heads_goals(std::string_view decoded, const std::vector<Segment>& segments) {
  bool goal = false, reached = false;
  for (const Segment& s : segments) {
    const Squeezed squeezed(decoded.substr(s.range.begin, s.range.size()), true, 60);
    const std::string_view text = squeezed.view();
    goal = goal || (text.size() <= 42 && (text.ends_with("目标") || text.ends_with("目标）")));
    reached = reached || (goal && text.size() <= 42 && text.find("完成") != std::string_view::npos && text.ends_with("情况"));
  }
  return reached && segments.size() <= 3;
}

std::vector<Band> find_bands(std::string_view decoded, const std::vector<PrintedRow>& rows) { return Finder(decoded, rows).run(); }

bool is_heading_line(std::string_view decoded, const std::vector<Segment>& segments) {
  if (segments.size() < 2 || segments.size() > 24) return false;
  if (heads_goals(decoded, segments)) return true;
  const Headings h = headings_of(decoded, segments);
  return !h.numbers && h.words >= 3 && h.words * 10 >= h.texts * 6;
}

}  // namespace gouji::corpus
