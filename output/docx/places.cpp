#include "output/docx/places.h"

#include <algorithm>
#include <tuple>

#include "output/docx/spots.h"

namespace gouji::output::docx {
namespace {

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool blank(std::string_view text) { return std::all_of(text.begin(), text.end(), is_white); }

enum class End : std::uint8_t { begin, end };

// Parts the run of a spot, where it can be.
class Knife {
 public:
  Knife(std::string_view xml, const WordNames& names) : xml_(xml), text_name_(names.own + "t") {}

  // Before the n-th character of the element (behind all: its length).
  Cut cut(const Spot& spot, std::uint32_t n, End end, Anchor& anchor) const {
    const Cut whole{end == End::begin ? spot.before : spot.after, {}, {}, {}};
    const auto give_up = [&] {
      anchor.exact = false;
      return whole;
    };
    if (!spot.in_run) return give_up();
    if (spot.name != text_name_) return between(spot, end == End::begin ? spot.begin : spot.end);
    const std::string_view content = xml_.substr(spot.content_begin, spot.content_end - spot.content_begin);
    const auto at = byte_of_character(content, n);
    if (!at) return give_up();
    if (*at == 0 || *at == content.size()) return between(spot, *at == 0 ? spot.begin : spot.end);
    const std::string name(text_name_);
    Cut cut{spot.content_begin + *at, "</" + name + ">" + end_of(spot.run), beginning(spot) + "<" + name + " xml:space=\"preserve\">", {}};
    if (!keeps_space(spot)) {
      // Blanks at its own ends are no text; they would become some.
      if (is_white(content.front()) || is_white(content.back()) || content.find("&#") != std::string_view::npos) return give_up();
      if (is_white(content[*at - 1])) cut.keep_space_at = spot.content_begin - 1;
    }
    return cut;
  }

 private:
  bool keeps_space(const Spot& spot) const { return attribute(xml_.substr(spot.begin, spot.content_begin - spot.begin), "xml:space") == "preserve"; }
  static std::string end_of(std::string_view run) {
    return "</" + std::string(run.substr(1, std::min(run.find_first_of(" \t\r\n>"), run.size()) - 1)) + ">";
  }
  static std::string beginning(const Spot& spot) { return std::string(spot.run) + std::string(spot.properties); }

  // Beside an element of a run: at its ends the run stays whole.
  Cut between(const Spot& spot, std::size_t at) const {
    if (blank(xml_.substr(spot.run_content, at - spot.run_content))) return {spot.before, {}, {}, {}};
    if (blank(xml_.substr(at, spot.run_close - at))) return {spot.after, {}, {}, {}};
    return {at, end_of(spot.run), beginning(spot), {}};
  }

  std::string_view xml_;
  std::string text_name_;
};

bool before(const Trace::Piece& a, const Trace::Piece& b) { return std::tie(a.paragraph, a.offset) < std::tie(b.paragraph, b.offset); }

}  // namespace

Places::Places(std::string_view main, const WordNames& names, const Trace& trace) : main_(main), names_(names), trace_(trace) {
  std::copy_if(trace.pieces.begin(), trace.pieces.end(), std::back_inserter(pieces_), [](const Trace::Piece& p) { return p.part == 0; });
  std::sort(pieces_.begin(), pieces_.end(), before);
}

const Trace::Piece* Places::piece(std::uint32_t paragraph, std::uint32_t character) const {
  auto found = std::upper_bound(pieces_.begin(), pieces_.end(), Trace::Piece{0, paragraph, character, 0, 0, 0}, before);
  if (found == pieces_.begin()) return nullptr;
  --found;
  return found->paragraph == paragraph && character < found->offset + found->length ? &*found : nullptr;
}

// The tag of the mark that the main text has for the note in which a run stands.
std::optional<std::uint32_t> Places::note_mark(const OoxmlRun& run) {
  if (!marks_read_) {
    marks_read_ = true;
    TagScanner scanner(main_);
    std::uint32_t number = 0;
    for (XmlTag tag; scanner.next(tag);) {
      if (tag.kind == XmlTag::Kind::end) continue;
      if (tag.name.ends_with("noteReference"))
        if (const auto id = attribute(main_.substr(tag.begin, tag.end - tag.begin), names_.own + "id"))
          marks_.emplace_back(std::string(tag.name) + " " + std::string(*id), number);
      ++number;
    }
    std::sort(marks_.begin(), marks_.end());
  }
  const Trace::Note* note = nullptr;
  for (const Trace::Note& n : trace_.notes) {
    if (n.part == run.part && n.first_paragraph <= run.paragraph) note = &n;
  }
  if (note == nullptr) return std::nullopt;
  const std::string wanted = names_.own + (note->endnote ? "endnoteReference " : "footnoteReference ") + note->id;
  const auto found = std::lower_bound(marks_.begin(), marks_.end(), std::pair{wanted, std::uint32_t{0}});
  return found != marks_.end() && found->first == wanted ? std::optional(found->second) : std::nullopt;
}

std::optional<Wish> Places::wish(const std::vector<OoxmlRun>& runs) {
  if (runs.empty()) return std::nullopt;
  Wish wish;
  const OoxmlRun& first = runs.front();
  if (first.part != 0) {
    const auto mark = note_mark(first);
    if (!mark) return std::nullopt;
    wish.first_tag = wish.last_tag = *mark;
    return wish;
  }
  const auto shown = std::find_if(runs.begin(), runs.end(), [](const OoxmlRun& r) { return r.part == 0 && r.length > 0; });
  const Trace::Piece* from = shown == runs.end() ? nullptr : piece(shown->paragraph, shown->offset);
  // A figure in several paragraphs (number and unit on two lines of a cell) is one range as long as they follow each other.
  const OoxmlRun& last = runs.back();
  const Trace::Piece* to = last.part == 0 && last.length > 0 ? piece(last.paragraph, last.offset + last.length - 1) : nullptr;
  if (from == nullptr || to == nullptr || to->tag < from->tag) {
    const auto& paragraphs = trace_.paragraphs.at(0);
    if (first.paragraph >= paragraphs.size()) return std::nullopt;
    wish.first_tag = wish.last_tag = paragraphs[first.paragraph];
    return wish;
  }
  wish.kind = Wish::Kind::characters;
  wish.first_tag = from->tag;
  wish.first_character = shown->offset - from->offset + from->skipped;
  wish.last_tag = to->tag;
  wish.last_character = last.offset + last.length - to->offset + to->skipped;
  return wish;
}

std::vector<std::optional<Anchor>> Places::find(const std::vector<Wish>& wishes) const {
  std::vector<std::uint32_t> tags;
  for (const Wish& wish : wishes) tags.insert(tags.end(), {wish.first_tag, wish.last_tag});
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  const std::vector<Spot> spots = find_spots(main_, names_, tags);
  const auto spot = [&](std::uint32_t tag) {
    const auto found = std::lower_bound(spots.begin(), spots.end(), tag, [](const Spot& s, std::uint32_t t) { return s.tag < t; });
    return found != spots.end() && found->tag == tag ? &*found : nullptr;
  };
  const Knife knife(main_, names_);
  std::vector<std::optional<Anchor>> out;
  for (const Wish& wish : wishes) {
    std::optional<Anchor>& anchor = out.emplace_back();
    const Spot *from = spot(wish.first_tag), *to = spot(wish.last_tag);
    if (from == nullptr || to == nullptr || from->after == 0) continue;
    anchor.emplace();
    anchor->exact = wish.kind == Wish::Kind::characters;
    if (anchor->exact) {
      anchor->begin = knife.cut(*from, wish.first_character, End::begin, *anchor);
      anchor->end = knife.cut(*to, wish.last_character, End::end, *anchor);
      if (anchor->begin.at < anchor->end.at) continue;
    }
    *anchor = {Cut{from->before, {}, {}, {}}, Cut{from->after, {}, {}, {}}, false};
  }
  return out;
}

}  // namespace gouji::output::docx
