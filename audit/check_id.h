// Identity of a check: `id` survives a new version of the report (no values in it), `evidence` does not.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/check.h"
#include "model/document.h"
#include "model/extraction.h"

namespace gouji::audit {

class CheckIds {
 public:
  CheckIds(const Document& document, const Extraction& extraction);
  ~CheckIds();
  CheckIds(const CheckIds&) = delete;
  CheckIds& operator=(const CheckIds&) = delete;

  // Sets id and evidence; call in the order of the checks: an occurrence within its section is counted.
  void identify(Check& check);

 private:
  std::string hash(std::string_view text);
  struct Digest;
  const Document& document_;
  const Extraction& extraction_;
  std::unique_ptr<Digest> digest_;
  std::vector<std::string> keys_;  // of figures, once they are asked for
  std::string head_;               // of every check's key: the entity and the period
  std::string key_, printed_;      // of the check at hand; kept for their room
  // Occurrences by the key's hash: two keys that met there would still have two ids.
  std::unordered_map<std::size_t, int> seen_;
};

}  // namespace gouji::audit
