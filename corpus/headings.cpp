#include "corpus/headings.h"

#include <algorithm>

#include "corpus/characters.h"
#include "corpus/numbering.h"
#include "corpus/section_stack.h"
#include "corpus/titles.h"

namespace gouji::corpus {
namespace {

constexpr unsigned longest_heading = 50;  // characters
constexpr unsigned longest_subject = 90;  // one that names class, section and item of 政府收支分类科目
constexpr unsigned longest_run_in = 36;
constexpr unsigned longest_unnumbered = 22;

// What stands in a text up to its first full stop or colon, read once.
struct Phrase {
  unsigned characters = 0;
  unsigned commas = 0;
  bool states_figure = false;  // a number that is no year
  char32_t end = 0;            // 。 or ： that closed it; 0: the text ended
  std::uint32_t bytes = 0;     // without the closing mark
  std::uint32_t after = 0;     // with it
};

bool closes_phrase(char32_t c) { return c == U'。' || c == U'：' || c == ':' || c == U'；' || c == U'！' || c == U'？'; }

// A digit run at `at`: is it a year, a date, or a number inside quotes rather than a figure?
bool is_year_or_name(std::string_view text, std::size_t& at) {
  unsigned digits = 0;
  while (at < text.size() && is_digit(character_at(text, at).code)) {
    at += character_at(text, at).bytes;
    ++digits;
  }
  std::size_t next = at;
  while (next < text.size() && text[next] == ' ') ++next;
  const char32_t after = next < text.size() ? character_at(text, next).code : 0;
  if (after == U'年' || after == U'月' || after == U'日' || after == U'号') return true;
  return digits == 4 && (after == U'—' || after == '-' || after == U'－' || after == U'–' || after == U'至');
}

Phrase read_phrase(std::string_view text) {
  Phrase phrase;
  unsigned quotes = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size() && phrase.characters <= 2 * longest_heading;) {
    if (const std::size_t end = end_of_common_han(text, at); end > at) {
      phrase.characters += static_cast<unsigned>(end - at) / 3;
      before = U'字';  // any of them
      at = end;
      continue;
    }
    const Character c = character_at(text, at);
    if (c.code == U'“' || c.code == U'《' || c.code == U'[' || c.code == U'〔') ++quotes;
    if ((c.code == U'”' || c.code == U'》' || c.code == U']' || c.code == U'〕') && quotes > 0) --quotes;
    const bool han_stop = c.code == '.' && is_han(before);
    if ((closes_phrase(c.code) || han_stop) && quotes == 0) {
      phrase.end = han_stop ? U'。' : c.code;
      phrase.bytes = static_cast<std::uint32_t>(at);
      phrase.after = static_cast<std::uint32_t>(at + c.bytes);
      return phrase;
    }
    if (is_digit(c.code) && quotes == 0) {
      const std::size_t from = at;
      if (!is_year_or_name(text, at)) phrase.states_figure = true;
      phrase.characters += static_cast<unsigned>(at - from);
      before = '0';
      continue;
    }
    if (c.code == U'，' || c.code == ',') ++phrase.commas;
    if (!is_space(c.code)) ++phrase.characters;
    before = c.code;
    at += c.bytes;
  }
  phrase.bytes = phrase.after = static_cast<std::uint32_t>(text.size());
  return phrase;
}

bool blank_from(std::string_view text, std::size_t at) {
  for (; at < text.size(); at += character_at(text, at).bytes) {
    if (!is_space(character_at(text, at).code)) return false;
  }
  return true;
}

// The next block that is text of the document, or no_id.
BlockId next_text(const Document& document, BlockId block) {
  for (BlockId next = block + 1; next < document.blocks.size() && next < block + 4; ++next) {
    const BlockKind kind = document.blocks[next].kind;
    if (kind != BlockKind::page_number && kind != BlockKind::furniture) return next;
  }
  return no_id;
}

bool item_of_same_style_follows(const Document& document, BlockId block) {
  const BlockId next = next_text(document, block);
  return next != no_id && document.blocks[next].number_style == document.blocks[block].number_style;
}

// 01, 12: a heading's number on a line of its own.
bool is_bare_number(std::string_view text) {
  return !text.empty() && text.size() <= 2 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// …（类）…（款）…（项）
bool names_subject(std::string_view text) {
  const std::size_t end = text.find_last_not_of(' ') + 1;
  text = text.substr(0, end);
  for (const std::string_view level : {"（项）", "（款）", "（类）", "(项)", "(款)", "(类)"})
    if (text.ends_with(level)) return true;
  return false;
}

bool ends_like_an_office(std::string_view text) {
  for (const std::string_view end : {"局", "厅", "委员会", "政府", "会议上", "调查队", "办公室", "同志", "大会"}) {
    if (text.ends_with(end)) return true;
  }
  return false;
}

// A short line without a number that stands above running text: 主要职责职能.
bool is_unnumbered_heading(const Document& document, BlockId block, const Phrase& phrase) {
  if (phrase.end != 0 || phrase.commas > 0 || phrase.states_figure || phrase.characters < 2 || phrase.characters > longest_unnumbered) return false;
  const std::string_view text = document.view(document.blocks[block].text);
  const char32_t first = character_at(text, 0).code, last = character_before(text, text.size()).code;
  if (!is_han(first) || !is_han(last) || ends_like_an_office(text)) return false;
  if (phrase.characters < 4 &&
      !(block > 0 && document.blocks[block - 1].kind == BlockKind::paragraph && is_bare_number(document.view(document.blocks[block - 1].text))))
    return false;
  const BlockId next = next_text(document, block);
  if (next == no_id || document.blocks[next].kind != BlockKind::paragraph) return false;
  const std::string_view below = document.view(document.blocks[next].text);
  const Phrase body = read_phrase(below);
  return body.end != 0 && body.characters > 0 && below.size() >= 3 * text.size() / 2 && below.size() >= 60;
}

// The file calls it a heading, and it reads like one: one phrase, not a paragraph that a style was put on.
bool is_outlined_heading(const Phrase& phrase, std::string_view title) {
  return phrase.characters >= 2 && phrase.characters <= longest_subject && phrase.commas <= 2 && blank_from(title, phrase.after) &&
         (phrase.end == 0 || phrase.end == U'：' || phrase.end == ':');
}

}  // namespace

void read_numbers(Document& document, BlockId first) {
  for (BlockId id = first; id < document.blocks.size(); ++id) {
    Block& block = document.blocks[id];
    if (block.kind != BlockKind::paragraph || is_delivery_line(document.view(block.text))) continue;
    const Numbering numbering = parse_numbering(document.view(block.text));
    block.number_style = numbering.style;
    block.number_value = numbering.value;
    block.number = {block.text.begin, block.text.begin + numbering.bytes};
  }
}

HeadingForm heading_form(const Document& document, BlockId id, std::uint8_t outline) {
  const Block& block = document.blocks[id];
  const std::string_view text = document.view(block.text);
  HeadingForm form;
  if (block.kind != BlockKind::paragraph || text.empty()) return form;
  const std::uint32_t number = block.number.size();
  const std::string_view title = text.substr(number);
  const Phrase phrase = read_phrase(title);
  if (outline > 0 && is_outlined_heading(phrase, title)) {
    form.heading = true;
    return form;
  }
  if (block.number_style == NumberStyle::none) {
    form.heading = is_unnumbered_heading(document, id, phrase);
    return form;
  }
  if (!may_open_section(block.number_style) || phrase.states_figure || phrase.characters < 2 || phrase.commas > 1) return form;
  const bool whole = blank_from(title, phrase.after);
  if (whole) {
    const bool closed = phrase.end == U'。';
    const bool subject = names_subject(title.substr(0, phrase.bytes));
    if (phrase.end == 0 || closed)
      form.heading = phrase.characters <= (subject ? longest_subject : longest_heading) &&
                     (!closed || subject || (phrase.commas <= 1 && phrase.characters <= longest_run_in)) &&
                     (!closed || !item_of_same_style_follows(document, id));
    return form;
  }
  const bool noun_phrase =
      phrase.commas == 0 && phrase.characters <= longest_run_in && (phrase.end == U'。' || phrase.end == U'：' || phrase.end == ':');
  if (noun_phrase) form.run_in = {block.text.begin, block.text.begin + number + phrase.bytes};
  return form;
}

void build_sections(Document& document, const std::vector<std::uint8_t>& outlines) {
  read_numbers(document, 0);
  SectionStack stack(document);
  for (BlockId id = 0; id < document.blocks.size(); ++id) {
    const std::uint8_t outline = id < outlines.size() ? outlines[id] : std::uint8_t{0};
    const HeadingForm form = heading_form(document, id, outline);
    if (form.heading && !stack.goes_on_with_list(id, next_text(document, id))) {
      document.blocks[id].kind = BlockKind::heading;
      if (id > 0 && document.blocks[id - 1].kind == BlockKind::paragraph && is_bare_number(document.view(document.blocks[id - 1].text)))
        document.blocks[id - 1].kind = BlockKind::heading;
      stack.open(id, document.blocks[id].text, outline);
    } else if (!form.run_in.empty()) {
      stack.open(id, form.run_in, outline);
    }
    stack.place(id);
  }
}

}  // namespace gouji::corpus
