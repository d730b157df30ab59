// Characters of the fonts that print symbols where other fonts have letters: what a reader sees, in Unicode.
// Source: the fonts' own tables (Wingdings 1–3, Symbol, Webdings), those that Chinese reports use.
#pragma once

#include <string_view>

namespace gouji::corpus::docx {

bool is_symbol_font(std::string_view font);

// `code` as w:char has it or as it stands in the text: 0x00–0xFF, or the same from U+F000 on. A symbol that is not in the table keeps
// its private-use character; of another font the code is returned as it is.
char32_t symbol(std::string_view font, char32_t code);

}  // namespace gouji::corpus::docx
