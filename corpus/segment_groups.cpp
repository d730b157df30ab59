#include "corpus/segment_groups.h"

#include <algorithm>
#include <cmath>

namespace gouji::corpus {

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

// The headings that stand lowest, each with the lines above it that are its own: what heads one column.
std::vector<Column> lowest_headings(const std::vector<Segment>& header) {
  std::vector<Column> out;
  for (std::size_t i = header.size(); i-- > 0;) {  // from the lowest line up
    const Segment& s = header[i];
    Column* under = nullptr;
    unsigned over = 0;
    for (Column& head : out) {
      if (overlap(s.from, s.to, head.from, head.to) == 0) continue;
      under = &head;
      ++over;
    }
    if (over > 1) continue;
    if (under == nullptr) under = &out.emplace_back(Column{s.from, s.to, false, 0});
    under->from = std::min(under->from, s.from);
    under->to = std::max(under->to, s.to);
  }
  std::sort(out.begin(), out.end(), [](const Column& a, const Column& b) { return a.from < b.from; });
  return out;
}

// Segments set under each other: with their left edges, their middles or their right edges in one place.
std::vector<Indexes> set_under_each_other(const std::vector<Segment>& segments, const Indexes& group) {
  std::vector<Indexes> out;
  for (const std::uint32_t i : group) {
    const Segment& s = segments[i];
    std::size_t at = 0;
    for (; at < out.size(); ++at) {
      const Segment& first = segments[out[at].front()];
      if (first.from == s.from || first.to == s.to || std::abs(first.centre() - s.centre()) <= 0.5) break;
    }
    if (at == out.size()) out.emplace_back();
    out[at].push_back(i);
  }
  return out;
}

}  // namespace gouji::corpus
