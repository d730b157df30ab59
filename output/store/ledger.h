// The ledger: one entry an input path, with what became of it. It lives in the store, so that an entry and the records that it
// speaks of are written in one transaction: after any stop what the ledger calls stored is there whole, and the rest is to do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "output/store/rows.h"

namespace gouji::store {

enum class Status : std::uint8_t {
  stored,     // its document is in the store
  duplicate,  // its bytes are those of a document that another path brought
  refused,    // `code` says why
};
std::string_view name(Status status);

struct Versions {
  std::string program, patterns;
  friend bool operator==(const Versions&, const Versions&) = default;
};

struct LedgerEntry {
  std::string path;  // see ledger_path
  Status status = Status::refused;
  std::string sha256;                    // "" where the bytes could not be read
  std::optional<std::int64_t> bytes;     // none: the input could not be read
  std::optional<std::int64_t> modified;  // nanoseconds since 1970; none: no file
  std::string document;                  // the document last stored from this path; "" none was
  std::string code, message, hint;       // of a refusal
  std::int64_t attempts = 1;
  std::string started_at;  // UTC, "2026-11-21T18:05:00Z"
  std::int64_t milliseconds = 0;
  std::optional<std::int64_t> figures, checks, findings;  // of its document
  Versions versions;
};

// A row of `inputs`, and back.
void add_entry(Rows& rows, const LedgerEntry& entry);
LedgerEntry next_entry(RowReader& reader);

// What one input gave.
struct Delivery {
  LedgerEntry entry;
  std::optional<Records> records;  // none: refused
};

// A path as the ledger has it: valid UTF-8 stays, a backslash is doubled, any other byte becomes \xHH; the way back is exact.
// A leading "./" is left out: with and without it is one input.
std::string ledger_path(std::string_view path);
std::string path_of_ledger(std::string_view path);

}  // namespace gouji::store
