#include "corpus/grid_columns.h"

#include <algorithm>
#include <climits>
#include <cmath>
#include <iterator>

#include "corpus/segment_groups.h"

namespace gouji::corpus {
namespace {

class Finder {
 public:
  Finder(const std::vector<Segment>& segments, const std::vector<Segment>& header, const ColumnHints& hints)
      : segments_(segments), header_(header), hints_(hints), lowest_(lowest_headings(header)) {
    if (hints.form) heads_ = lowest_;
  }

  ColumnModel run() {
    Indexes values, texts;
    for (std::uint32_t i = 0; i < segments_.size(); ++i) (segments_[i].is_value() ? values : texts).push_back(i);
    for (Indexes& group : overlapping_groups(segments_, std::move(values))) add_value_columns(group);
    merge_column_numbers();
    merge_value_columns();
    merge_dashes();
    std::vector<Indexes> slots(columns_.size() + 1);
    mark_taken();
    for (const std::uint32_t i : texts) place_text(i, slots);
    for (std::size_t slot = 0; slot < slots.size(); ++slot) {
      if (slot > 0 && !heads_.empty()) give_to_values(slot, slots[slot]);
      add_text_columns(slot, slots[slot]);
    }
    return finish();
  }

 private:
  struct Found {
    Column column;
    Indexes segments;
  };

  Found found(Indexes group) const {
    Found f;
    f.column.from = UINT32_MAX;
    for (const std::uint32_t i : group) {
      f.column.from = std::min(f.column.from, segments_[i].from);
      f.column.to = std::max(f.column.to, segments_[i].to);
      f.column.values = f.column.values || segments_[i].is_value();
    }
    f.column.cells = static_cast<std::uint32_t>(group.size());
    f.segments = std::move(group);
    return f;
  }

  void add_value_columns(Indexes& group) {
    const std::vector<double> ends = seeds(segments_, group, 1);
    if (ends.empty()) {
      columns_.push_back(found(group));
      return;
    }
    for (Indexes& part : split_group(segments_, group, ends)) columns_.push_back(found(std::move(part)));
  }

  // A row set a little to the side of the others has no columns of its own.
  void merge_value_columns() {
    constexpr unsigned near = 2;
    std::vector<Found> out;
    for (Found& f : columns_) {
      const bool one = !out.empty() && !is_next_part_of_code(out, f) &&
                       (share_heading(out.back(), f) || (f.column.from <= out.back().column.to + near && may_merge(out.back(), f)));
      if (one) {
        merge(out.back(), f);
      } else {
        out.push_back(std::move(f));
      }
    }
    columns_ = std::move(out);
    merge_pushed_numbers();
  }

  // "补充预算稳定调节基金 6400" among "转移性支出     26425": wide labels move their numbers, as if these had a column of their own.
  void merge_pushed_numbers() {
    const auto is_pushed = [&](std::uint32_t i) {
      if (i == 0 || segments_[i].kind != Segment::Kind::number || segments_[i - 1].kind != Segment::Kind::text) return false;
      constexpr unsigned wide = 6;  // ≥ before 1200 moves nothing
      const Segment& label = segments_[i - 1];
      return label.line == segments_[i].line && label.width() >= wide && segments_[i].from <= label.to + 1;
    };
    constexpr unsigned farthest = 10;  // columns of print
    for (std::size_t c = columns_.size(); c-- > 1;) {
      Found &own = columns_[c - 1], &right = columns_[c];
      const bool near = right.column.from <= own.column.to + farthest && own.segments.size() < right.segments.size();
      if (!near || !std::all_of(own.segments.begin(), own.segments.end(), is_pushed) || !never_share_a_line(own, right)) continue;
      merge(right, own);
      columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(c) - 1);
    }
  }

  // 栏次's number is set in the middle of a column whose amounts are set right, and far from them where labels moved these: what has amounts
  // and no number, and beside it what has a number and no amounts, are one column.
  void merge_column_numbers() {
    const auto is_number = [&](std::uint32_t i) { return segments_[i].line == hints_.counted; };
    const auto has_number = [&](const Found& f) { return std::any_of(f.segments.begin(), f.segments.end(), is_number); };
    const auto only_number = [&](const Found& f) { return std::all_of(f.segments.begin(), f.segments.end(), is_number); };
    if (hints_.counted == UINT32_MAX) return;
    double moved = 0;  // how far the amounts of the column before stand from its number
    bool counted = false;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      if (has_number(columns_[c])) {
        counted = true;
        if (!only_number(columns_[c])) moved = from_number(columns_[c]);
        continue;
      }
      const bool left = c > 0 && only_number(columns_[c - 1]), right = c + 1 < columns_.size() && only_number(columns_[c + 1]);
      if (!counted || (!left && !right)) continue;
      const auto apart = [&](const Found& f) { return std::abs(double(columns_[c].column.to) - f.column.to - moved); };
      const bool share_left = left && under_one_heading(columns_[c - 1], columns_[c]);
      const bool share_right = right && under_one_heading(columns_[c], columns_[c + 1]);
      const bool nearer_left = share_left != share_right ? share_left : !right || (left && apart(columns_[c - 1]) <= apart(columns_[c + 1]));
      const bool to_left = left && nearer_left;
      const std::size_t into = to_left ? c - 1 : c + 1;
      merge(columns_[c], columns_[into]);
      columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(into));
      if (to_left) --c;
      moved = from_number(columns_[c]);
    }
  }

  bool under_one_heading(const Found& a, const Found& b) const {
    return std::any_of(lowest_.begin(), lowest_.end(), [&](const Column& h) {
      return overlap(h.from, h.to, a.column.from, a.column.to) > 0 && overlap(h.from, h.to, b.column.from, b.column.to) > 0;
    });
  }

  double from_number(const Found& f) const {
    double number = 0, amounts = 0;
    for (const std::uint32_t i : f.segments) (segments_[i].line == hints_.counted ? number : amounts) = segments_[i].to;
    return amounts - number;
  }

  // 205 | 08 | 03: 类, 款 and 项 in columns of their own, one a row.
  bool is_next_part_of_code(const std::vector<Found>& before, const Found& f) const {
    const auto digits = [&](const Found& g, unsigned count) {
      return std::all_of(g.segments.begin(), g.segments.end(), [&](std::uint32_t i) {
        return segments_[i].kind == Segment::Kind::number && segments_[i].width() == count && segments_[i].range.size() == count;
      });
    };
    if (!digits(f, 2)) return false;
    return digits(before.back(), 3) || (before.size() >= 2 && digits(before.back(), 2) && digits(before[before.size() - 2], 3));
  }

  // Dashes, set to the side of the numbers that they stand for, are no column: unless one has a heading of its own.
  void merge_dashes() {
    const auto only_dashes = [&](const Found& f) {
      return std::all_of(f.segments.begin(), f.segments.end(), [&](std::uint32_t i) { return segments_[i].kind == Segment::Kind::dash; });
    };
    for (std::size_t c = 0; c < columns_.size();) {
      std::size_t into = columns_.size();
      if (columns_.size() > 1 && only_dashes(columns_[c])) {
        for (const std::size_t beside : {c + 1, c - 1}) {  // c - 1 of the first is none
          if (into == columns_.size() && beside < columns_.size() &&
              (share_heading(columns_[beside], columns_[c]) || may_merge(columns_[beside], columns_[c])))
            into = beside;
        }
      }
      if (into == columns_.size()) {
        ++c;
        continue;
      }
      merge(columns_[into], columns_[c]);
      columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(c));
    }
  }

  // Lines that have a value in a column, so that a text over that column is no second one there.
  void mark_taken() {
    taken_.resize(columns_.size());
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      for (const std::uint32_t i : columns_[c].segments) taken_[c].push_back(segments_[i].line);
      std::sort(taken_[c].begin(), taken_[c].end());
    }
  }

  void place_text(std::uint32_t i, std::vector<Indexes>& slots) {
    const Segment& s = segments_[i];
    std::size_t slot = 0;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      const Column& column = columns_[c].column;
      const bool over = overlap(s.from, s.to, column.from, column.to) * 2 > s.width() || shares_heading(s, column);
      if (over && !std::binary_search(taken_[c].begin(), taken_[c].end(), s.line)) {
        columns_[c].segments.push_back(i);
        return;
      }
      if (column.centre() < s.centre()) slot = c + 1;
    }
    slots[slot].push_back(i);
  }

  // A text under the heading of a column of numbers: 当年完成 among 95%.
  bool shares_heading(const Segment& s, const Column& column) const {
    return std::any_of(heads_.begin(), heads_.end(), [&](const Column& head) {
      return overlap(head.from, head.to, column.from, column.to) > 0 &&
             overlap(s.from, s.to, std::min(head.from, column.from), std::max(head.to, column.to)) * 2 > s.width();
    });
  }

  // Words between two columns of numbers over which no heading stands are set at the left edge of the one to their right.
  void give_to_values(std::size_t slot, Indexes& texts) {
    const unsigned from = columns_[slot - 1].column.to;
    const unsigned to = slot < columns_.size() ? columns_[slot].column.from : UINT_MAX;
    const bool headed =
        std::any_of(heads_.begin(), heads_.end(), [&](const Column& h) { return overlap(h.from, h.to, from, to) > 0 && !heads_values(h); });
    if (headed) return;
    Indexes left;
    for (const std::uint32_t i : texts) {
      bool placed = false;
      for (const std::size_t c : {slot, slot - 1}) {
        placed = !placed && c < columns_.size() && !std::binary_search(taken_[c].begin(), taken_[c].end(), segments_[i].line);
        if (!placed) continue;
        columns_[c].segments.push_back(i);
        break;
      }
      if (!placed) left.push_back(i);
    }
    texts = std::move(left);
  }

  bool heads_values(const Column& head) const {
    return std::any_of(columns_.begin(), columns_.end(),
                       [&](const Found& f) { return f.column.values && overlap(head.from, head.to, f.column.from, f.column.to) > 0; });
  }

  // Labels by the heading that they stand under; a label that reaches over several columns stands under one of them.
  std::vector<Indexes> split_by_headings(std::size_t at, const Indexes& slot) {
    unsigned from = UINT32_MAX, to = 0;
    for (const std::uint32_t i : slot) {
      from = std::min(from, segments_[i].from);
      to = std::max(to, segments_[i].to);
    }
    std::vector<Column> heads;
    for (const Column& head : heads_)
      if (overlap(head.from, head.to, from, to) > 0 && !heads_values(head)) heads.push_back(head);
    if (heads.size() < 2) return {};
    std::vector<Indexes> out(heads.size() + 1);  // the last: a label left of them all, over which no heading stands
    std::vector<Indexes> clusters = set_under_each_other(segments_, slot);
    const auto left_edge = [&](const Indexes& c) { return segments_[c.front()].from; };
    std::stable_sort(clusters.begin(), clusters.end(), [&](const Indexes& a, const Indexes& b) { return left_edge(a) < left_edge(b); });
    for (const Indexes& cluster : clusters) {
      unsigned left = UINT32_MAX, right = 0;
      for (const std::uint32_t i : cluster) {
        left = std::min(left, segments_[i].from);
        right = std::max(right, segments_[i].to);
      }
      const auto apart = [&](const Column& head) {
        const double gap = std::max({0.0, double(head.from) - right, double(left) - head.to});
        return 4 * gap + std::abs(head.centre() - (left + right) / 2.0) - 2.0 * overlap(left, right, head.from, head.to);
      };
      const auto best = std::min_element(heads.begin(), heads.end(), [&](const Column& a, const Column& b) { return apart(a) < apart(b); });
      const bool left_of_all = right + 1 < heads.front().from;
      Indexes& into = out[left_of_all ? heads.size() : static_cast<std::size_t>(best - heads.begin())];
      for (const std::uint32_t i : cluster) {
        // Behind a label on its line, under the same heading: words at the left edge of the column of numbers to their right.
        const bool second = std::any_of(
            into.begin(), into.end(), [&](std::uint32_t k) { return segments_[k].line == segments_[i].line && segments_[k].to < segments_[i].from; });
        if (second && at < columns_.size() && !std::binary_search(taken_[at].begin(), taken_[at].end(), segments_[i].line)) {
          columns_[at].segments.push_back(i);
        } else {
          into.push_back(i);
        }
      }
    }
    out.erase(std::remove_if(out.begin(), out.end(), [](const Indexes& g) { return g.empty(); }), out.end());
    return out;
  }

  void add_text_columns(std::size_t at, Indexes& slot) {
    if (std::vector<Indexes> headed = heads_.empty() || slot.empty() ? std::vector<Indexes>() : split_by_headings(at, slot); !headed.empty()) {
      for (Indexes& group : headed) texts_.push_back(found(std::move(group)));
      return;
    }
    std::vector<Found> out;
    for (Indexes& group : overlapping_groups(segments_, std::move(slot))) {
      const std::size_t lines = group.size();
      const std::vector<double> ends = seeds(segments_, group, std::max<std::size_t>(2, lines / 8));
      if (ends.empty()) {
        out.push_back(found(std::move(group)));
      } else {
        for (Indexes& part : split_group(segments_, group, ends)) out.push_back(found(std::move(part)));
      }
    }
    for (Found& f : out) {
      if (!texts_.empty() && &f != &out.front() && may_merge(texts_.back(), f)) {
        merge(texts_.back(), f);
      } else {
        texts_.push_back(std::move(f));
      }
    }
  }

  // One heading stands over both or right beside them, none over one alone, and they never share a line: 栏次 set in the middle of a
  // column whose amounts are set right.
  bool share_heading(const Found& a, const Found& b) const {
    constexpr unsigned beside = 2;
    const auto over = [&](const Column& h, const Found& f) { return overlap(h.from, h.to + beside, f.column.from, f.column.to) > 0; };
    const auto stand_over = std::count_if(lowest_.begin(), lowest_.end(), [&](const Column& h) { return over(h, a) || over(h, b); });
    const bool both = std::any_of(lowest_.begin(), lowest_.end(), [&](const Column& h) { return over(h, a) && over(h, b); });
    return stand_over == 1 && both && never_share_a_line(a, b);
  }

  // Labels that never share a line and have no headings of their own are one column (金融, set left, and 合计, set in the middle).
  bool may_merge(const Found& a, const Found& b) const {
    if (!never_share_a_line(a, b)) return false;
    const auto heads = [&](const Found& f) {
      return std::any_of(header_.begin(), header_.end(), [&](const Segment& h) { return overlap(h.from, h.to, f.column.from, f.column.to) > 0; });
    };
    return !(heads(a) && heads(b));
  }

  bool never_share_a_line(const Found& a, const Found& b) const {
    std::vector<std::uint32_t> lines_a, lines_b, both;
    for (const std::uint32_t i : a.segments) lines_a.push_back(segments_[i].line);
    for (const std::uint32_t i : b.segments) lines_b.push_back(segments_[i].line);
    std::sort(lines_a.begin(), lines_a.end());
    std::sort(lines_b.begin(), lines_b.end());
    std::set_intersection(lines_a.begin(), lines_a.end(), lines_b.begin(), lines_b.end(), std::back_inserter(both));
    return both.empty();
  }

  void merge(Found& a, const Found& b) const {
    a.column.from = std::min(a.column.from, b.column.from);
    a.column.to = std::max(a.column.to, b.column.to);
    a.column.cells += b.column.cells;
    a.segments.insert(a.segments.end(), b.segments.begin(), b.segments.end());
  }

  // A total's label, set at the table's left edge over a column of codes that are set right.
  void merge_total_label() {
    constexpr std::size_t most = 3;
    if (columns_.size() < 3) return;
    Found &label = columns_[0], &codes = columns_[1];
    const auto is_code = [&](std::uint32_t i) { return segments_[i].kind == Segment::Kind::number && segments_[i].width() <= 7; };
    const auto over = [&](const Column& h) { return h.centre() >= label.column.from && h.centre() <= codes.column.to; };
    const bool headed = std::count_if(lowest_.begin(), lowest_.end(), over) > 1;
    if (headed || label.segments.size() > most || label.column.values || !never_share_a_line(label, codes)) return;
    if (!std::all_of(codes.segments.begin(), codes.segments.end(), is_code)) return;
    merge(codes, label);
    columns_.erase(columns_.begin());
  }

  // The nearest of those that never share a line, until there are no more than there can be.
  void merge_to_most() {
    constexpr double farthest = 12;
    while (columns_.size() > hints_.most) {
      std::size_t best = columns_.size();
      double least = farthest;
      for (std::size_t c = 0; c + 1 < columns_.size(); ++c) {
        const Found &a = columns_[c], &b = columns_[c + 1];
        const double gap = double(b.column.from) - a.column.to;
        if (!a.column.values || !b.column.values || gap >= least || !never_share_a_line(a, b)) continue;
        best = c;
        least = gap;
      }
      if (best == columns_.size()) return;
      merge(columns_[best], columns_[best + 1]);
      columns_.erase(columns_.begin() + static_cast<std::ptrdiff_t>(best) + 1);
    }
  }

  ColumnModel finish() {
    for (Found& f : texts_) columns_.push_back(std::move(f));
    std::stable_sort(columns_.begin(), columns_.end(), [](const Found& a, const Found& b) { return a.column.centre() < b.column.centre(); });
    merge_total_label();
    merge_to_most();
    ColumnModel model;
    model.column_of.assign(segments_.size(), 0);
    for (const Found& f : columns_) {
      if (model.columns.size() < most_grid_columns) model.columns.push_back(f.column);
      for (const std::uint32_t i : f.segments) model.column_of[i] = static_cast<std::uint32_t>(model.columns.size() - 1);
    }
    return model;
  }

  const std::vector<Segment>& segments_;
  const std::vector<Segment>& header_;
  const ColumnHints& hints_;
  std::vector<Column> lowest_;  // what heads one column each
  std::vector<Column> heads_;   // the same, in a form
  std::vector<Found> columns_, texts_;
  std::vector<Indexes> taken_;
};

}  // namespace

ColumnModel find_columns(const std::vector<Segment>& segments, const std::vector<Segment>& header, const ColumnHints& hints) {
  return Finder(segments, header, hints).run();
}

}  // namespace gouji::corpus
