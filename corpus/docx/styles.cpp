#include "corpus/docx/styles.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "corpus/docx/manuscript.h"
#include "corpus/docx/markup_reader.h"
#include "corpus/docx/plain_styles.h"

namespace gouji::corpus::docx {
namespace {

constexpr std::size_t most_styles = 50'000;

// Word writes the names of its own styles in lower case; other programs capitalise them.
StyleRole role_of(std::string_view name) {
  std::string lower(name.substr(0, 8));
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (lower == "title" && name.size() == 5) return StyleRole::title;
  return lower.starts_with("toc ") && name.size() == 5 ? StyleRole::contents : StyleRole::none;
}

template <class T>
void inherit_one(T& own, T parent) {
  if (own < 0) own = parent;
}

}  // namespace

class StyleReader : public MarkupReader {
 public:
  explicit StyleReader(Styles& out) : out_(out) {}
  const std::vector<std::string>& based_on() const { return based_on_; }
  const std::string& usual() const { return usual_; }

  // The styles that are told by their tags alone; those of the XML that is parsed afterwards go where they stood among them.
  void take(const std::vector<PlainTag>& tags) {
    std::vector<std::size_t> slots;
    for (const PlainTag& tag : tags) {
      if (tag.name == Name::style) {
        begin_style(tag);
      } else if (tag.name == Name::other) {
        slots.push_back(add_style());
      } else if (in_style_) {
        property(tag);
      }
    }
    slots_ = std::move(slots);
    in_style_ = false;
  }

 protected:
  bool open(const Tag& tag) override {
    if (tag.space != Space::markup) return false;
    switch (tag.name) {
      case Name::style:
        begin_style(tag);
        return tag.get(Name::type) != "table" && tag.get(Name::type) != "numbering";
      case Name::rPrDefault:
        in_defaults_ = true;
        break;
      case Name::vanish:
        if (in_defaults_) out_.hidden_ = tag.on();
        [[fallthrough]];
      default:
        if (in_style_) property(tag);
    }
    return true;
  }
  void close(Space, Name name) override {
    if (name == Name::style) in_style_ = false;
    if (name == Name::rPrDefault) in_defaults_ = false;
  }

 private:
  Style& style() { return out_.styles_[style_]; }

  std::size_t add_style() {
    if (out_.styles_.size() == most_styles) throw Refused{too_much(fmt::format("{} styles", most_styles))};
    out_.styles_.emplace_back();
    based_on_.emplace_back();
    return out_.styles_.size() - 1;
  }

  template <class AnyTag>
  void begin_style(const AnyTag& tag) {
    const std::string_view type = tag.get(Name::type);
    const bool has_slot = next_slot_ < slots_.size();
    const std::size_t slot = has_slot ? slots_[next_slot_++] : 0;
    in_style_ = type != "table" && type != "numbering";
    if (!in_style_) return;
    style_ = has_slot ? slot : add_style();
    style().id = tag.get(Name::styleId);
    style().paragraph = type != "character";
    const std::string_view usual = tag.get(Name::default_);
    const bool is_usual = style().paragraph && (usual == "1" || usual == "true" || usual == "on");
    if (is_usual && (usual_.empty() || style_ >= usual_at_)) {  // of several the last
      usual_ = style().id;
      usual_at_ = style_;
    }
  }

  template <class AnyTag>
  void property(const AnyTag& tag) {
    switch (tag.name) {
      case Name::name:
        style().name = tag.get(Name::val);
        style().role = role_of(style().name);
        break;
      case Name::basedOn:
        based_on_[style_] = tag.get(Name::val);
        break;
      case Name::vanish:
        style().hidden = tag.on() ? 1 : 0;
        break;
      case Name::outlineLvl:
        style().outline = static_cast<std::int8_t>(std::clamp(tag.number(Name::val, 9), 0, 9));
        break;
      case Name::ilvl:
        style().list_level = static_cast<std::int8_t>(std::clamp(tag.number(Name::val, 0), 0, 8));
        break;
      case Name::numId:
        style().list = std::max(0, tag.number(Name::val, 0));
        break;
      default:
        break;
    }
  }

  Styles& out_;
  std::vector<std::string> based_on_;
  std::string usual_;
  std::size_t style_ = 0, usual_at_ = 0;  // the one that is read; the usual one
  std::vector<std::size_t> slots_;        // of the styles that are parsed
  std::size_t next_slot_ = 0;
  bool in_style_ = false, in_defaults_ = false;
};

Result<void> Styles::read(std::string_view xml, std::string_view part, const Limits& limits) {
  const PlainStyles plain = plain_styles(xml);
  std::optional<StyleReader> reader(*this);
  reader->take(plain.tags);
  if (!read_xml(plain.xml, part, limits, *reader)) {
    styles_.clear();
    hidden_ = false;
    reader.emplace(*this);
    if (auto step = read_xml(xml, part, limits, *reader); !step) return step;
  }
  for (std::size_t i = 0; i < styles_.size(); ++i) {
    if (!styles_[i].id.empty()) by_id_.emplace(styles_[i].id, i);
  }
  inherit(reader->based_on());
  if (const Style* usual = find(reader->usual()); usual != nullptr) usual_ = usual;
  return {};
}

// Parents first, each once; a circle of styles is cut where it closes.
void Styles::inherit(const std::vector<std::string>& based_on) {
  enum class State : char { untouched, open, done };
  std::vector<State> states(styles_.size(), State::untouched);
  std::vector<std::size_t> chain;
  for (std::size_t first = 0; first < styles_.size(); ++first) {
    for (std::size_t at = first; states[at] == State::untouched;) {
      states[at] = State::open;
      chain.push_back(at);
      const auto parent = by_id_.find(std::string_view(based_on[at]));
      if (based_on[at].empty() || parent == by_id_.end()) break;
      at = parent->second;
    }
    for (; !chain.empty(); chain.pop_back()) {
      Style& own = styles_[chain.back()];
      states[chain.back()] = State::done;
      const auto found = by_id_.find(std::string_view(based_on[chain.back()]));
      if (based_on[chain.back()].empty() || found == by_id_.end() || states[found->second] != State::done || found->second == chain.back()) continue;
      const Style& parent = styles_[found->second];
      inherit_one(own.hidden, parent.hidden);
      inherit_one(own.outline, parent.outline);
      inherit_one(own.list, parent.list);
      inherit_one(own.list_level, parent.list_level);
      if (own.role == StyleRole::none) own.role = parent.role;
    }
  }
}

const Style* Styles::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &styles_[found->second];
}

}  // namespace gouji::corpus::docx
