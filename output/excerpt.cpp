#include "output/excerpt.h"

#include <algorithm>
#include <cstdint>

#include "output/utf8.h"

namespace gouji::output {
namespace {

enum class Style : std::uint8_t { plain, operand, stated };

struct Glyph {
  std::string_view bytes;
  int width = 1;
  Style style = Style::plain;
};

constexpr std::string_view ellipsis = "…";
constexpr std::string_view color_reset = "\x1b[0m";

std::string_view color_of(Style style) {
  switch (style) {
    case Style::stated:
      return "\x1b[1;31m";  // bold red
    case Style::operand:
      return "\x1b[1;36m";  // bold cyan
    case Style::plain:
      break;
  }
  return color_reset;
}

bool steers_terminal(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) ||
         c == 0xFEFF;
}

// What may not begin a line: closing punctuation stays with the word before it.
bool closes(std::string_view glyph) {
  static constexpr std::string_view closing = "，。；：、！？）》】”’,.;:)%％…";
  return closing.find(glyph) != std::string_view::npos;
}

// The style of every byte; empty when nothing is marked.
std::vector<Style> painted(std::size_t size, const std::vector<Mark>& marks) {
  std::vector<Style> styles(marks.empty() ? 0 : size, Style::plain);
  for (const Mark& mark : marks) {
    for (std::size_t i = mark.range.begin; i < mark.range.end && i < size; ++i)
      styles[i] = std::max(styles[i], mark.stated ? Style::stated : Style::operand);
  }
  return styles;
}

std::vector<Glyph> glyphs_of(std::string_view text, const std::vector<Mark>& marks) {
  const std::vector<Style> styles = painted(text.size(), marks);
  const auto style_at = [&](std::size_t byte) { return styles.empty() ? Style::plain : styles[byte]; };
  std::vector<Glyph> glyphs;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint c = code_point(text, i);
    if (!steers_terminal(c.value)) {
      const bool broken = c.length == 1 && c.value > 0x7F;
      glyphs.push_back({broken ? "?" : text.substr(i, c.length), column_width(c.value), style_at(i)});
    } else if (c.value == '\t' || c.value == '\n') {
      glyphs.push_back({" ", 1, style_at(i)});
    }
    i += c.length;
  }
  return glyphs;
}

std::size_t width_of(const std::vector<Glyph>& glyphs) {
  std::size_t width = 0;
  for (const Glyph& glyph : glyphs) width += static_cast<std::size_t>(glyph.width);
  return width;
}

// Keeps the glyphs within `around` columns of a marked one.
std::vector<Glyph> elided(const std::vector<Glyph>& glyphs, std::size_t around) {
  std::vector<bool> keep(glyphs.size());
  const auto spread = [&](auto begin, auto end, auto index_of) {
    std::size_t room = 0;
    for (auto it = begin; it != end; ++it) {
      const Glyph& glyph = *it;
      if (glyph.style != Style::plain) {
        room = around;
      } else if (room > 0) {
        room -= std::min(room, static_cast<std::size_t>(glyph.width));
      } else {
        continue;
      }
      keep[index_of(it)] = true;
    }
  };
  spread(glyphs.begin(), glyphs.end(), [&](auto it) { return static_cast<std::size_t>(it - glyphs.begin()); });
  spread(glyphs.rbegin(), glyphs.rend(), [&](auto it) { return static_cast<std::size_t>(glyphs.rend() - it) - 1; });
  std::vector<Glyph> out;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    if (keep[i]) {
      out.push_back(glyphs[i]);
    } else if (out.empty() || out.back().bytes != ellipsis) {
      out.push_back({ellipsis, 1, Style::plain});
    }
  }
  return out;
}

using Line = std::vector<Glyph>;

// A number of either width and a Latin word stay in one piece, as does what is marked.
bool sticks(const Glyph& before, const Glyph& after) {
  const auto solid = [](std::string_view bytes) {
    static constexpr std::string_view full_width = "０１２３４５６７８９．，％";
    return bytes.size() == 1 ? bytes.front() > ' ' : full_width.find(bytes) != std::string_view::npos;
  };
  return (solid(before.bytes) && solid(after.bytes)) || (before.style != Style::plain && before.style == after.style);
}

// How many glyphs of a full line stay on it when `next` does not fit: a piece that would be torn moves down whole, unless it
// is all of the line.
std::size_t break_before(const Line& line, const Glyph& next) {
  std::size_t at = line.size();
  while (at > 0 && sticks(line[at - 1], at == line.size() ? next : line[at])) --at;
  return at > 0 ? at : line.size();
}

std::vector<Line> lines_of(const std::vector<Glyph>& glyphs, std::size_t columns) {
  std::vector<Line> lines(1);
  std::size_t width = 0;
  for (const Glyph& glyph : glyphs) {
    const std::size_t next = width + static_cast<std::size_t>(glyph.width);
    if (next > columns && !(closes(glyph.bytes) && next <= columns + 2)) {
      Line& full = lines.back();
      const auto kept = full.begin() + static_cast<std::ptrdiff_t>(break_before(full, glyph));
      Line moved(kept, full.end());
      full.erase(kept, full.end());
      width = width_of(moved);
      lines.push_back(std::move(moved));
    }
    if (lines.back().empty() && lines.size() > 1 && glyph.bytes == " ") continue;
    lines.back().push_back(glyph);
    width += static_cast<std::size_t>(glyph.width);
  }
  return lines;
}

// Spaces at a line's end are layout.
void trim(Line& line) {
  while (!line.empty() && line.back().bytes == " ") line.pop_back();
}

std::string text_of(const Line& line, bool color) {
  std::string out;
  Style style = Style::plain;
  for (const Glyph& glyph : line) {
    if (color && glyph.style != style) {
      if (style != Style::plain) out += color_reset;
      if (glyph.style != Style::plain) out += color_of(glyph.style);
      style = glyph.style;
    }
    out += glyph.bytes;
  }
  if (style != Style::plain && color) out += color_reset;
  return out;
}

// "" where nothing is marked.
std::string marks_under(const Line& line) {
  std::string out;
  for (const Glyph& glyph : line) {
    const char mark = glyph.style == Style::stated ? '^' : (glyph.style == Style::operand ? '~' : ' ');
    out.append(static_cast<std::size_t>(glyph.width), mark);
  }
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

}  // namespace

std::vector<std::string> excerpt(std::string_view sentence, const std::vector<Mark>& marks, const ExcerptOptions& options) {
  std::vector<Glyph> glyphs = glyphs_of(sentence, marks);
  if (width_of(glyphs) > options.longest) glyphs = elided(glyphs, options.around);
  std::vector<std::string> out;
  for (Line& line : lines_of(glyphs, options.columns)) {
    trim(line);
    out.push_back(text_of(line, options.color));
    if (options.color) continue;
    if (std::string under = marks_under(line); !under.empty()) out.push_back(std::move(under));
  }
  return out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> out;
  for (Line& line : lines_of(glyphs_of(text, {}), columns)) {
    trim(line);
    out.push_back(text_of(line, false));
  }
  return out;
}

std::string printable(std::string_view text) { return text_of(glyphs_of(text, {}), false); }

std::string shortened(std::string_view text, std::size_t columns) {
  const std::vector<Glyph> glyphs = glyphs_of(text, {});
  if (width_of(glyphs) <= columns) return text_of(glyphs, false);
  Line line;
  std::size_t width = 1;
  for (const Glyph& glyph : glyphs) {
    width += static_cast<std::size_t>(glyph.width);
    if (width > columns) break;
    line.push_back(glyph);
  }
  return text_of(line, false).append(ellipsis);
}

}  // namespace gouji::output
