#include "output/docx/spots.h"

#include <algorithm>
#include <array>

namespace gouji::output::docx {
namespace {

struct Open {
  std::string_view name;
  std::size_t begin = 0, end = 0;                        // of its start tag
  std::size_t properties_begin = 0, properties_end = 0;  // its w:pPr or w:rPr
};

class SpotFinder {
 public:
  SpotFinder(std::string_view xml, const WordNames& names, const std::vector<std::uint32_t>& tags) : xml_(xml), own_(names.own), tags_(tags) {}

  std::vector<Spot> run() {
    TagScanner scanner(xml_);
    std::uint32_t number = 0;
    for (XmlTag tag; scanner.next(tag) && (next_ < tags_.size() || !waiting_.empty());) {
      if (tag.kind == XmlTag::Kind::end) {
        close(tag);
        continue;
      }
      open_.push_back({tag.name, tag.begin, tag.end, 0, 0});
      if (next_ < tags_.size() && tags_[next_] == number) {
        ++next_;
        begin(number);
      }
      ++number;
      if (tag.kind == XmlTag::Kind::empty) close(tag);
    }
    return std::move(spots_);
  }

 private:
  struct Waiting {
    std::size_t depth, spot;
    bool is_unit;  // of its run or what else holds it; else of itself
  };

  bool is(std::string_view name, std::string_view local) const {
    return name.size() == own_.size() + local.size() && name.starts_with(own_) && name.ends_with(local);
  }

  // What may hold runs beside comment ranges.
  bool holds_runs(std::string_view name) const {
    static constexpr std::array<std::string_view, 11> holders{"ins",       "moveTo",    "hyperlink", "smartTag", "sdt", "sdtContent",
                                                              "customXml", "fldSimple", "dir",       "bdo",      "p"};
    return std::any_of(holders.begin(), holders.end(), [&](std::string_view holder) { return is(name, holder); });
  }

  // The element on top of the stack is wanted. A paragraph in a text box is part of the run of the outermost paragraph.
  void begin(std::uint32_t number) {
    const auto paragraph = std::find_if(open_.begin(), open_.end(), [&](const Open& o) { return is(o.name, "p"); });
    if (paragraph == open_.end()) return;
    auto unit = paragraph;
    while (open_.end() - unit > 1 && holds_runs(unit->name)) ++unit;
    Spot spot;
    spot.tag = number;
    spot.name = open_.back().name;
    spot.begin = open_.back().begin;
    spot.content_begin = open_.back().end;
    spot.before = unit->begin;
    const bool is_run = is(unit->name, "r");
    if (is_run && open_.end() - unit == 2) {
      spot.in_run = true;
      spot.run = xml_.substr(unit->begin, unit->end - unit->begin);
      spot.properties = xml_.substr(unit->properties_begin, unit->properties_end - unit->properties_begin);
      spot.run_content = std::max(unit->end, unit->properties_end);
    }
    waiting_.push_back({open_.size() - 1, spots_.size(), false});
    waiting_.push_back({static_cast<std::size_t>(unit - open_.begin()), spots_.size(), true});
    spots_.push_back(spot);
  }

  void close(const XmlTag& tag) {
    if (open_.empty()) return;
    const Open& closed = open_.back();
    const std::size_t depth = open_.size() - 1;
    std::erase_if(waiting_, [&](const Waiting& w) {
      if (w.depth != depth) return false;
      Spot& spot = spots_[w.spot];
      if (!w.is_unit) {
        spot.content_end = tag.kind == XmlTag::Kind::empty ? tag.end : tag.begin;
        spot.end = tag.end;
      } else if (is(closed.name, "p")) {
        if (tag.kind == XmlTag::Kind::empty) return true;
        spot.before = std::max(closed.end, closed.properties_end);
        spot.after = tag.begin;
      } else {
        spot.run_close = tag.begin;
        spot.after = tag.end;
      }
      return true;
    });
    if (depth > 0 && (is(closed.name, "rPr") || is(closed.name, "pPr"))) {
      Open& parent = open_[depth - 1];
      parent.properties_begin = closed.begin;
      parent.properties_end = tag.end;
    }
    open_.pop_back();
  }

  std::string_view xml_;
  const std::string& own_;
  const std::vector<std::uint32_t>& tags_;
  std::size_t next_ = 0;
  std::vector<Open> open_;
  std::vector<Waiting> waiting_;  // for an element that is open to end: few at once
  std::vector<Spot> spots_;
};

}  // namespace

std::vector<Spot> find_spots(std::string_view xml, const WordNames& names, const std::vector<std::uint32_t>& tags) {
  return SpotFinder(xml, names, tags).run();
}

}  // namespace gouji::output::docx
