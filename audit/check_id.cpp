#include "audit/check_id.h"

#include <openssl/evp.h>

#include <array>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>

namespace gouji::audit {
namespace {

constexpr std::size_t hex_digits = 32;

// Fields are kept apart by a character that no report holds.
void field(std::string& out, std::string_view text) {
  out += text;
  out += '\x1f';
}

void key_of(std::string& out, const Figure& f) {
  out.reserve(f.scope.value.size() + f.indicator.size() + f.unit.value.size() + 64);
  field(out, f.scope.value);
  field(out, f.indicator);
  field(out, name(f.aspect));
  field(out, f.period.value.str());
  field(out, name(f.basis.value));
  field(out, name(f.fund));
  field(out, f.unit.value);
}

// Fetched once: OpenSSL looks its providers through for every digest that is begun with EVP_sha256().
const EVP_MD* sha256() {
  static const EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return algorithm;
}

struct Digest {
  EVP_MD_CTX* context = EVP_MD_CTX_new();
  Digest() = default;
  ~Digest() { EVP_MD_CTX_free(context); }
  Digest(const Digest&) = delete;
  Digest& operator=(const Digest&) = delete;
};

class CheckIds {
 public:
  CheckIds(const Document& document, const Extraction& extraction) : document_(document), extraction_(extraction), keys_(extraction.figures.size()) {
    field(head_, extraction.facts.entity);
    field(head_, extraction.facts.period.str());
  }

  // In the order of the checks.
  void identify(Check& check);

 private:
  std::string hash(std::string_view text);

  const Document& document_;
  const Extraction& extraction_;
  Digest digest_;
  std::vector<std::string> keys_;  // of figures, once they are asked for
  std::string head_;               // of every check's key: the entity and the period
  std::string key_, printed_;      // of the check at hand; kept for their room
  // Occurrences by the key's hash: two keys that met there would still have two ids.
  std::unordered_map<std::size_t, int> seen_;
};

std::string CheckIds::hash(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
  unsigned length = 0;
  const bool done = digest_.context != nullptr && sha256() != nullptr && EVP_DigestInit_ex2(digest_.context, sha256(), nullptr) == 1 &&
                    EVP_DigestUpdate(digest_.context, text.data(), text.size()) == 1 &&
                    EVP_DigestFinal_ex(digest_.context, bytes.data(), &length) == 1;
  if (!done) throw std::runtime_error("SHA-256 is not available");
  std::string out(hex_digits, '0');
  for (std::size_t i = 0; i < hex_digits / 2; ++i) {
    out[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
    out[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
  }
  return out;
}

void CheckIds::identify(Check& check) {
  std::string& key = key_;
  std::string& printed = printed_;
  key = head_;
  printed.clear();
  field(key, name(check.rule));
  for (const CheckOperand& o : check.operands) {
    const Figure& f = extraction_.figures[o.figure];
    field(key, name(o.role));
    std::string& known = keys_[o.figure];  // a figure stands in several checks
    if (known.empty()) key_of(known, f);
    key += known;
    field(printed, name(o.role));
    field(printed, document_.view(f.text));
  }
  // A check without operands is told apart by what it would be, which its formula says.
  const SectionId section = check.operands.empty() ? no_id : extraction_.figures[check.operands.front().figure].section;
  if (check.operands.empty()) field(key, check.formula);
  if (section < document_.sections.size()) field(key, document_.view(document_.sections[section].title));
  const int occurrence = seen_[std::hash<std::string_view>()(key)]++;
  field(key, std::to_string(occurrence));
  check.id = hash(key);
  check.evidence = hash(printed);
}

}  // namespace

void identify(const Document& document, const Extraction& extraction, std::vector<Check>& checks) {
  CheckIds ids(document, extraction);
  for (Check& check : checks) ids.identify(check);
}

}  // namespace gouji::audit
