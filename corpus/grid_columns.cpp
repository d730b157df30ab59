#include "corpus/grid_columns.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace gouji::corpus {
namespace {

using Indexes = std::vector<std::uint32_t>;

// Groups of segments whose columns overlap, left to right.
std::vector<Indexes> overlapping_groups(const std::vector<Segment>& segments, Indexes indexes) {
  std::sort(indexes.begin(), indexes.end(),
            [&](std::uint32_t a, std::uint32_t b) { return segments[a].from != segments[b].from ? segments[a].from < segments[b].from : a < b; });
  std::vector<Indexes> out;
  unsigned reach = 0;
  for (const std::uint32_t i : indexes) {
    if (out.empty() || segments[i].from >= reach) out.emplace_back();
    out.back().push_back(i);
    reach = std::max(reach, segments[i].to);
  }
  return out;
}

// Where the columns of a group end that several segments of one line fall into: the mean of the lines that have most of them.
std::vector<double> seeds(const std::vector<Segment>& segments, Indexes& group, std::size_t least_lines) {
  std::sort(group.begin(), group.end());  // by line and place
  std::size_t most = 0, lines = 0;
  std::vector<double> sum;
  for (std::size_t i = 0; i < group.size();) {
    std::size_t end = i;
    while (end < group.size() && segments[group[end]].line == segments[group[i]].line) ++end;
    if (end - i > most) {
      most = end - i;
      lines = 0;
      sum.assign(most, 0);
    }
    if (end - i == most) {
      for (std::size_t k = 0; k < most; ++k) sum[k] += segments[group[i + k]].to;
      ++lines;
    }
    i = end;
  }
  if (most < 2 || lines < least_lines) return {};
  for (double& s : sum) s /= static_cast<double>(lines);
  return sum;
}

// Parts a group by the seed that each segment's right edge is nearest to; two of one line go to different ones where they can.
std::vector<Indexes> split_group(const std::vector<Segment>& segments, const Indexes& group, const std::vector<double>& ends) {
  std::vector<Indexes> out(ends.size());
  std::size_t least = 0;
  std::uint32_t line = UINT32_MAX;
  for (const std::uint32_t i : group) {
    if (segments[i].line != line) least = 0;
    line = segments[i].line;
    std::size_t best = std::min(least, ends.size() - 1);
    for (std::size_t k = best + 1; k < ends.size(); ++k) {
      if (std::abs(ends[k] - segments[i].to) < std::abs(ends[best] - segments[i].to)) best = k;
    }
    out[best].push_back(i);
    least = best + 1;
  }
  out.erase(std::remove_if(out.begin(), out.end(), [](const Indexes& g) { return g.empty(); }), out.end());
  return out;
}

class Finder {
 public:
  Finder(const std::vector<Segment>& segments, const std::vector<Segment>& header) : segments_(segments), header_(header) {}

  ColumnModel run() {
    Indexes values, texts;
    for (std::uint32_t i = 0; i < segments_.size(); ++i) (segments_[i].is_value() ? values : texts).push_back(i);
    for (Indexes& group : overlapping_groups(segments_, std::move(values))) add_value_columns(group);
    merge_value_columns();
    std::vector<Indexes> slots(columns_.size() + 1);
    mark_taken();
    for (const std::uint32_t i : texts) place_text(i, slots);
    for (std::size_t slot = 0; slot < slots.size(); ++slot) add_text_columns(slots[slot]);
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
      if (!out.empty() && f.column.from <= out.back().column.to + near && may_merge(out.back(), f)) {
        merge(out.back(), f);
      } else {
        out.push_back(std::move(f));
      }
    }
    columns_ = std::move(out);
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
      const bool over = overlap(s.from, s.to, column.from, column.to) * 2 > s.width();
      if (over && !std::binary_search(taken_[c].begin(), taken_[c].end(), s.line)) {
        columns_[c].segments.push_back(i);
        return;
      }
      if (column.centre() < s.centre()) slot = c + 1;
    }
    slots[slot].push_back(i);
  }

  void add_text_columns(Indexes& slot) {
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

  // Labels that never share a line and have no headings of their own are one column (金融, set left, and 合计, set in the middle).
  bool may_merge(const Found& a, const Found& b) const {
    std::vector<std::uint32_t> lines_a, lines_b, both;
    for (const std::uint32_t i : a.segments) lines_a.push_back(segments_[i].line);
    for (const std::uint32_t i : b.segments) lines_b.push_back(segments_[i].line);
    std::sort(lines_a.begin(), lines_a.end());
    std::sort(lines_b.begin(), lines_b.end());
    std::set_intersection(lines_a.begin(), lines_a.end(), lines_b.begin(), lines_b.end(), std::back_inserter(both));
    if (!both.empty()) return false;
    const auto heads = [&](const Found& f) {
      return std::any_of(header_.begin(), header_.end(), [&](const Segment& h) { return overlap(h.from, h.to, f.column.from, f.column.to) > 0; });
    };
    return !(heads(a) && heads(b));
  }

  void merge(Found& a, const Found& b) const {
    a.column.from = std::min(a.column.from, b.column.from);
    a.column.to = std::max(a.column.to, b.column.to);
    a.column.cells += b.column.cells;
    a.segments.insert(a.segments.end(), b.segments.begin(), b.segments.end());
  }

  ColumnModel finish() {
    for (Found& f : texts_) columns_.push_back(std::move(f));
    std::stable_sort(columns_.begin(), columns_.end(), [](const Found& a, const Found& b) { return a.column.centre() < b.column.centre(); });
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
  std::vector<Found> columns_, texts_;
  std::vector<Indexes> taken_;
};

}  // namespace

ColumnModel find_columns(const std::vector<Segment>& segments, const std::vector<Segment>& header) { return Finder(segments, header).run(); }

std::vector<std::uint32_t> match_in_order(std::size_t from, std::size_t to, const std::function<double(std::size_t, std::size_t)>& cost,
                                          const std::function<double(std::size_t)>& skip_from, const std::function<double(std::size_t)>& skip_to) {
  const std::size_t width = to + 1;
  std::vector<double> best((from + 1) * width, 0);
  std::vector<char> step((from + 1) * width, 'm');
  for (std::size_t i = 0; i <= from; ++i) {
    for (std::size_t k = 0; k <= to; ++k) {
      if (i == 0 && k == 0) continue;
      double least = 1e30;
      const auto take = [&](double value, char how) {
        if (value >= least) return;
        least = value;
        step[i * width + k] = how;
      };
      if (i > 0 && k > 0) take(best[(i - 1) * width + k - 1] + cost(i - 1, k - 1), 'm');
      if (i > 0) take(best[(i - 1) * width + k] + skip_from(i - 1), 'f');
      if (k > 0) take(best[i * width + k - 1] + skip_to(k - 1), 't');
      best[i * width + k] = least;
    }
  }
  std::vector<std::uint32_t> out(from, no_column);
  for (std::size_t i = from, k = to; i > 0 || k > 0;) {
    const char how = step[i * width + k];
    if (how == 'm') out[i - 1] = static_cast<std::uint32_t>(k - 1);
    if (how != 't') --i;
    if (how != 'f') --k;
  }
  return out;
}

}  // namespace gouji::corpus
