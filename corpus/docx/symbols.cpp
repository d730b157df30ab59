#include "corpus/docx/symbols.h"

#include <algorithm>
#include <span>

namespace gouji::corpus::docx {
namespace {

struct Entry {
  unsigned char code;
  char32_t shown;
};

constexpr Entry wingdings[] = {
    {0x21, U'✏'}, {0x22, U'✂'}, {0x28, U'☎'}, {0x2A, U'✉'}, {0x36, U'⌛'}, {0x3F, U'✍'}, {0x41, U'✌'}, {0x46, U'☞'}, {0x4A, U'☺'},
    {0x4C, U'☹'}, {0x52, U'☼'}, {0x6C, U'●'}, {0x6D, U'❍'}, {0x6E, U'■'},  {0x6F, U'□'}, {0x70, U'□'}, {0x71, U'❑'}, {0x72, U'❒'},
    {0x73, U'⬧'}, {0x74, U'⧫'}, {0x75, U'◆'}, {0x76, U'❖'}, {0x77, U'⬥'},  {0x78, U'⌧'}, {0x7C, U'❀'}, {0x80, U'⓪'}, {0x81, U'①'},
    {0x82, U'②'}, {0x83, U'③'}, {0x84, U'④'}, {0x85, U'⑤'}, {0x86, U'⑥'},  {0x87, U'⑦'}, {0x88, U'⑧'}, {0x89, U'⑨'}, {0x8A, U'⑩'},
    {0x8B, U'⓿'}, {0x8C, U'❶'}, {0x8D, U'❷'}, {0x8E, U'❸'}, {0x8F, U'❹'},  {0x90, U'❺'}, {0x91, U'❻'}, {0x92, U'❼'}, {0x93, U'❽'},
    {0x94, U'❾'}, {0x95, U'❿'}, {0x9E, U'·'}, {0x9F, U'•'}, {0xA1, U'○'},  {0xA7, U'▪'}, {0xA8, U'□'}, {0xAB, U'★'}, {0xD8, U'➢'},
    {0xDC, U'➲'}, {0xE0, U'→'}, {0xE8, U'➔'}, {0xF0, U'⇨'}, {0xFB, U'✗'},  {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'}, {0xFF, U'⊞'},
};

constexpr Entry wingdings2[] = {
    {0x4F, U'✗'}, {0x50, U'✓'}, {0x51, U'☒'}, {0x52, U'☑'}, {0x54, U'☒'}, {0x69, U'⓪'}, {0x6A, U'①'},
    {0x6B, U'②'}, {0x6C, U'③'}, {0x6D, U'④'}, {0x6E, U'⑤'}, {0x6F, U'⑥'}, {0x70, U'⑦'}, {0x71, U'⑧'},
    {0x72, U'⑨'}, {0x73, U'⑩'}, {0x97, U'●'}, {0xA3, U'□'}, {0xA2, U'■'}, {0x98, U'●'}, {0x99, U'○'},
};

// What differs from ASCII in the Symbol font; Greek letters stand at the places of the Latin ones.
constexpr Entry symbol_font[] = {
    {0x22, U'∀'}, {0x24, U'∃'}, {0x27, U'∋'}, {0x2A, U'∗'}, {0x2D, U'−'}, {0x40, U'≅'}, {0x41, U'Α'}, {0x42, U'Β'}, {0x43, U'Χ'}, {0x44, U'Δ'},
    {0x45, U'Ε'}, {0x46, U'Φ'}, {0x47, U'Γ'}, {0x48, U'Η'}, {0x49, U'Ι'}, {0x4A, U'ϑ'}, {0x4B, U'Κ'}, {0x4C, U'Λ'}, {0x4D, U'Μ'}, {0x4E, U'Ν'},
    {0x4F, U'Ο'}, {0x50, U'Π'}, {0x51, U'Θ'}, {0x52, U'Ρ'}, {0x53, U'Σ'}, {0x54, U'Τ'}, {0x55, U'Υ'}, {0x56, U'ς'}, {0x57, U'Ω'}, {0x58, U'Ξ'},
    {0x59, U'Ψ'}, {0x5A, U'Ζ'}, {0x5C, U'∴'}, {0x5E, U'⊥'}, {0x61, U'α'}, {0x62, U'β'}, {0x63, U'χ'}, {0x64, U'δ'}, {0x65, U'ε'}, {0x66, U'φ'},
    {0x67, U'γ'}, {0x68, U'η'}, {0x69, U'ι'}, {0x6A, U'ϕ'}, {0x6B, U'κ'}, {0x6C, U'λ'}, {0x6D, U'μ'}, {0x6E, U'ν'}, {0x6F, U'ο'}, {0x70, U'π'},
    {0x71, U'θ'}, {0x72, U'ρ'}, {0x73, U'σ'}, {0x74, U'τ'}, {0x75, U'υ'}, {0x76, U'ϖ'}, {0x77, U'ω'}, {0x78, U'ξ'}, {0x79, U'ψ'}, {0x7A, U'ζ'},
    {0x7E, U'∼'}, {0xA0, U'€'}, {0xA2, U'′'}, {0xA3, U'≤'}, {0xA5, U'∞'}, {0xA7, U'♣'}, {0xA8, U'♦'}, {0xA9, U'♥'}, {0xAA, U'♠'}, {0xAB, U'↔'},
    {0xAC, U'←'}, {0xAD, U'↑'}, {0xAE, U'→'}, {0xAF, U'↓'}, {0xB0, U'°'}, {0xB1, U'±'}, {0xB2, U'″'}, {0xB3, U'≥'}, {0xB4, U'×'}, {0xB5, U'∝'},
    {0xB7, U'•'}, {0xB8, U'÷'}, {0xB9, U'≠'}, {0xBA, U'≡'}, {0xBB, U'≈'}, {0xBC, U'…'}, {0xD0, U'∠'}, {0xD5, U'∏'}, {0xD6, U'√'}, {0xD7, U'⋅'},
    {0xE5, U'∑'}, {0xF2, U'∫'},
};

std::span<const Entry> table_of(std::string_view font) {
  if (font == "Wingdings") return wingdings;
  if (font == "Wingdings 2") return wingdings2;
  if (font == "Symbol") return symbol_font;
  return {};
}

}  // namespace

bool is_symbol_font(std::string_view font) { return !table_of(font).empty() || font == "Wingdings 3" || font == "Webdings"; }

char32_t symbol(std::string_view font, char32_t code) {
  const char32_t low = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
  if (!is_symbol_font(font) || low > 0xFF) return code;
  const auto table = table_of(font);
  const auto found = std::find_if(table.begin(), table.end(), [&](const Entry& e) { return e.code == low; });
  if (found != table.end()) return found->shown;
  if (font == "Symbol" && low >= 0x20 && low < 0x7F) return low;  // digits, brackets and signs are ASCII's
  return low < 0x20 ? code : 0xF000 + low;
}

}  // namespace gouji::corpus::docx
