#include "output/record_ids.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <unordered_map>

namespace gouji::output {
namespace {

constexpr std::size_t id_bytes = 16;

struct FreeDigest {
  void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
};
struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

// Fetched once: OpenSSL 3 looks a digest up by name at every implicit use, which costs more than the hashing.
const EVP_MD* sha256() {
  static const std::unique_ptr<EVP_MD, FreeDigest> digest(EVP_MD_fetch(nullptr, "SHA256", nullptr));
  return digest.get();
}

// The printed end tells two figures of one place apart, not the order of extraction.
std::string_view end_name(RangeEnd end) {
  switch (end) {
    case RangeEnd::low:
      return "low";
    case RangeEnd::high:
      return "high";
    case RangeEnd::none:
      break;
  }
  return "";
}

std::string place_name(TextRange number) { return std::to_string(number.begin) + "-" + std::to_string(number.end); }

}  // namespace

std::string hash_id(const std::vector<std::string_view>& parts) {
  thread_local const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
  std::string whole;  // each part with a NUL behind it: few calls of many bytes
  for (const std::string_view part : parts) (whole += part) += '\0';
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  const bool good =
      context && EVP_DigestInit_ex(context.get(), sha256(), nullptr) == 1 && EVP_DigestUpdate(context.get(), whole.data(), whole.size()) == 1;
  if (!good || EVP_DigestFinal_ex(context.get(), digest.data(), nullptr) != 1) throw std::runtime_error("SHA-256 is not available");
  static constexpr std::string_view hex = "0123456789abcdef";
  std::string out;
  out.reserve(2 * id_bytes);
  for (std::size_t i = 0; i < id_bytes; ++i) {
    out.push_back(hex[digest[i] >> 4]);
    out.push_back(hex[digest[i] & 15]);
  }
  return out;
}

FigureIds figure_ids(const Document& document, const std::vector<Figure>& figures) {
  FigureIds ids;
  ids.figure.reserve(figures.size());
  ids.range.resize(figures.size());
  std::unordered_map<std::string, int> seen;  // two figures at one place would share an id: the second is told apart by its count
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Figure& figure = figures[i];
    std::string id = hash_id({"figure", document.meta.id, place_name(figure.number), end_name(figure.range_end)});
    const int before = seen[id]++;
    ids.figure.push_back(before == 0 ? std::move(id) : hash_id({id, std::to_string(before)}));
    if (figure.range_end == RangeEnd::none || figure.range_other >= figures.size()) continue;
    const Figure& other = figures[figure.range_other];
    const Figure& low = figure.range_end == RangeEnd::low ? figure : other;
    const Figure& high = figure.range_end == RangeEnd::low ? other : figure;
    ids.range[i] = hash_id({"range", document.meta.id, place_name(low.number), place_name(high.number)});
  }
  return ids;
}

std::string figure_id(std::string_view document, TextRange number) {
  return hash_id({"figure", document, place_name(number), end_name(RangeEnd::none)});
}

}  // namespace gouji::output
