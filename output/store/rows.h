// Rows: rows of values in the order of a table's columns, in one run of bytes; what a worker sends and what every store reads.
// A value is a tag and its bytes: 'n' null · 'i' 8 bytes, an integer · 'b' 1 byte, a boolean · 't' a length (4 bytes) and text
// (a decimal is text too). Bytes are the machine's own order: rows never leave the machine. Text is valid UTF-8 without NUL:
// anything else becomes U+FFFD on the way in. Plain values; one thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "output/store/schema.h"

namespace gouji::store {

struct Value {
  enum class Kind : std::uint8_t { null, integer, boolean, text };
  Kind kind = Kind::null;
  std::int64_t integer = 0;  // a boolean: 0 or 1
  std::string_view text;     // lives as long as the rows
};

class Rows {
 public:
  void null() { bytes_ += 'n'; }
  void integer(std::int64_t value);
  void boolean(bool value);
  void text(std::string_view value);
  void text_or_null(std::string_view value) { value.empty() ? null() : text(value); }
  void end_row() { ++count_; }

  // The rows of another, behind these.
  void append(const Rows& rows) {
    bytes_ += rows.bytes_;
    count_ += rows.count_;
  }
  // A value as it was read.
  void value(const Value& value);

  std::uint64_t count() const { return count_; }
  const std::string& bytes() const { return bytes_; }
  // What bytes() and count() were.
  static Rows from(std::string bytes, std::uint64_t count);

 private:
  std::string bytes_;
  std::uint64_t count_ = 0;
};

// Reads values one after another. Bytes that are no rows throw std::runtime_error.
class RowReader {
 public:
  explicit RowReader(const Rows& rows) : rest_(rows.bytes()) {}
  explicit RowReader(std::string_view bytes) : rest_(bytes) {}
  bool done() const { return rest_.empty(); }
  Value next();

 private:
  std::string_view take(std::size_t count);
  std::string_view rest_;
};

// The records of one document: a Rows for each of the first `record_tables` tables.
struct Records {
  std::array<Rows, record_tables> tables;
  Rows& of(TableId id) { return tables[static_cast<std::size_t>(id)]; }
  const Rows& of(TableId id) const { return tables[static_cast<std::size_t>(id)]; }
  std::size_t bytes() const;
};

}  // namespace gouji::store
