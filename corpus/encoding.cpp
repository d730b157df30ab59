#include "corpus/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "corpus/conversion.h"
#include "corpus/legacy_encodings.h"
#include "corpus/utf16.h"
#include "corpus/utf8.h"

namespace gouji::corpus {
namespace {

constexpr const char* resave = "save it as UTF-8 text, or give the original file";

// Control characters but the layout's (TAB to CR) and the end mark of old files. Written without jumps: the loop below is vectorised.
constexpr std::uint8_t is_binary_control(char c) {
  const auto b = static_cast<unsigned char>(c);
  return static_cast<std::uint8_t>((b < 0x20) & (static_cast<unsigned char>(b - '\t') > '\r' - '\t') & (b != 0x1A));
}

unsigned binary_controls(std::string_view bytes) {
  constexpr std::size_t block = 64;
  unsigned count = 0;
  for (; bytes.size() >= block; bytes.remove_prefix(block)) {
    std::uint8_t in_block = 0;
    for (std::size_t i = 0; i < block; ++i) in_block = static_cast<std::uint8_t>(in_block + is_binary_control(bytes[i]));
    count += in_block;
  }
  for (const char c : bytes) count += is_binary_control(c);
  return count;
}

// Control characters that no text has, in a number that no slip explains.
bool is_binary(std::string_view bytes) {
  if (bytes.find('\0') != std::string_view::npos) return true;
  const std::uint64_t controls = binary_controls(bytes);
  return controls > 8 && controls * 100 > bytes.size();
}

tl::unexpected<Error> truncated(std::string_view encoding, std::uint64_t at) {
  return fail("truncated", fmt::format("the file ends inside a character at byte {} ({})", at, encoding), "fetch the file again: its end is missing");
}

Decoded valid_utf8(std::string bytes, std::uint64_t bom_bytes) {
  Decoded out;
  out.encoding = "UTF-8";
  out.bom_bytes = bom_bytes;
  bytes.erase(0, bom_bytes);
  out.text = std::move(bytes);
  return out;
}

Result<Decoded> from_marked_utf8(std::string bytes) {
  constexpr std::uint64_t bom_bytes = 3;
  const Utf8Check check = check_utf8(std::string_view(bytes).substr(bom_bytes));
  if (check.cut_off) return truncated("UTF-8", bom_bytes + check.valid_bytes);
  if (bom_bytes + check.valid_bytes != bytes.size()) {
    return fail("not_text", fmt::format("byte {} is not valid UTF-8, though the file starts with its byte order mark", bom_bytes + check.valid_bytes),
                resave);
  }
  return valid_utf8(std::move(bytes), bom_bytes);
}

Decoded decoded(Conversion conversion, std::string encoding, std::uint64_t bom_bytes) {
  Decoded out;
  out.text = std::move(conversion.text);
  out.runs = std::move(conversion.runs);
  out.encoding = std::move(encoding);
  out.bom_bytes = bom_bytes;
  return out;
}

void doubt(Decoded& decoded, std::string message) { decoded.warnings.push_back({"encoding_doubtful", std::move(message), {}}); }

Result<Decoded> from_utf16(std::string_view bytes, ByteOrder order, std::uint64_t bom_bytes) {
  const std::string name = order == ByteOrder::little ? "UTF-16LE" : "UTF-16BE";
  Conversion conversion = decode_utf16(bytes, order, bom_bytes);
  if (conversion.cut_off) return truncated(name, conversion.failed_at);
  if (conversion.failed_at != bytes.size()) return fail("not_text", fmt::format("byte {} is not valid {}", conversion.failed_at, name), resave);
  if (is_binary(conversion.text)) return fail("not_text", "the file is binary", resave);
  const bool plausible = bom_bytes > 0 || conversion.common * 10 >= conversion.characters * 8;
  if (!plausible) return fail("not_text", "the file is binary", resave);
  return decoded(std::move(conversion), name, bom_bytes);
}

// Share of everyday characters in hundredths; a text without any is as good as another.
std::uint64_t plausibility(const Conversion& c) { return c.characters == 0 ? 100 : c.common * 100 / c.characters; }

// Nearly every Big5 text is well-formed GB18030 too; which it is shows in the characters that come out.
Result<Decoded> from_legacy(std::string_view bytes, std::uint64_t utf8_fails_at) {
  Conversion gb = decode_gb18030(bytes, 0), big5;
  const bool gb_fits = gb.failed_at == bytes.size();
  const bool gb_plausible = plausibility(gb) >= 90;
  if (!gb_fits || !gb_plausible) big5 = decode_big5(bytes);
  const bool big5_fits = big5.failed_at == bytes.size() && !big5.text.empty();
  if (gb_fits && (!big5_fits || plausibility(gb) >= plausibility(big5))) {
    const std::uint64_t sure = plausibility(gb);
    Decoded out = decoded(std::move(gb), "GB18030", 0);
    if (sure < 60) doubt(out, fmt::format("read as GB18030, yet only {} in 100 characters are in everyday use", sure));
    return out;
  }
  if (big5_fits) {
    const std::uint64_t sure = plausibility(big5), gb_sure = plausibility(gb);
    Decoded out = decoded(std::move(big5), "Big5", 0);
    if (sure < 80 || (gb_fits && gb_sure + 20 > sure)) doubt(out, fmt::format("read as Big5: {} in 100 characters are in everyday use", sure));
    return out;
  }
  if (gb.cut_off && gb.characters > 0 && gb_plausible) return truncated("GB18030", gb.failed_at);
  if (big5.cut_off && big5.characters > 0 && plausibility(big5) >= 80) return truncated("Big5", big5.failed_at);
  return fail(
      "not_text",
      fmt::format("no text encoding fits: UTF-8 fails at byte {}, GB18030 at byte {}, Big5 at byte {}", utf8_fails_at, gb.failed_at, big5.failed_at),
      resave);
}

}  // namespace

Result<Decoded> decode(std::string bytes) {
  using namespace std::string_view_literals;
  const std::string_view view = bytes;
  if (view.empty()) return fail("empty", "the file is empty");
  if (view.starts_with("\xEF\xBB\xBF"sv)) return from_marked_utf8(std::move(bytes));
  if (view.starts_with("\xFF\xFE\0\0"sv) || view.starts_with("\0\0\xFE\xFF"sv)) return fail("not_text", "the file is UTF-32", resave);
  if (view.starts_with("\xFF\xFE"sv)) return from_utf16(view, ByteOrder::little, 2);
  if (view.starts_with("\xFE\xFF"sv)) return from_utf16(view, ByteOrder::big, 2);
  if (const Utf16Guess guess = guess_utf16(view); guess.found) return from_utf16(view, guess.order, 0);
  if (is_binary(view)) return fail("not_text", "the file is binary", "if it is a document of another kind, convert it to text first");
  const Utf8Check check = check_utf8(view);
  if (check.valid_bytes == view.size()) return valid_utf8(std::move(bytes), 0);
  const bool beyond_ascii = std::any_of(view.begin(), view.begin() + static_cast<std::ptrdiff_t>(check.valid_bytes),
                                        [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (check.cut_off && beyond_ascii) return truncated("UTF-8", check.valid_bytes);
  return from_legacy(view, check.valid_bytes);
}

}  // namespace gouji::corpus
