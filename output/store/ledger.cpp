#include "output/store/ledger.h"

#include <array>
#include <stdexcept>

#include "output/utf8.h"

namespace gouji::store {
namespace {

void integer_or_null(Rows& rows, const std::optional<std::int64_t>& value) { value ? rows.integer(*value) : rows.null(); }

std::optional<std::int64_t> integer(const Value& value) {
  return value.kind == Value::Kind::integer ? std::optional<std::int64_t>(value.integer) : std::nullopt;
}

Status status_of(std::string_view word) {
  for (const Status status : {Status::stored, Status::duplicate, Status::refused}) {
    if (word == name(status)) return status;
  }
  throw std::runtime_error("a ledger entry with an unknown status");
}

int hex_digit(char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

}  // namespace

std::string_view name(Status status) {
  static constexpr std::array<std::string_view, 3> names{"stored", "duplicate", "refused"};
  return names[static_cast<std::size_t>(status)];
}

void add_entry(Rows& rows, const LedgerEntry& entry) {
  rows.text(entry.path);
  rows.text(name(entry.status));
  rows.text_or_null(entry.sha256);
  integer_or_null(rows, entry.bytes);
  integer_or_null(rows, entry.modified);
  rows.text_or_null(entry.document);
  rows.text_or_null(entry.code);
  rows.text_or_null(entry.message);
  rows.text_or_null(entry.hint);
  rows.integer(entry.attempts);
  rows.text(entry.started_at);
  rows.integer(entry.milliseconds);
  integer_or_null(rows, entry.figures);
  integer_or_null(rows, entry.checks);
  integer_or_null(rows, entry.findings);
  rows.text(entry.versions.program);
  rows.text(entry.versions.patterns);
  rows.end_row();
}

LedgerEntry next_entry(RowReader& reader) {
  LedgerEntry entry;
  entry.path = reader.next().text;
  entry.status = status_of(reader.next().text);
  entry.sha256 = reader.next().text;
  entry.bytes = integer(reader.next());
  entry.modified = integer(reader.next());
  entry.document = reader.next().text;
  entry.code = reader.next().text;
  entry.message = reader.next().text;
  entry.hint = reader.next().text;
  entry.attempts = reader.next().integer;
  entry.started_at = reader.next().text;
  entry.milliseconds = reader.next().integer;
  entry.figures = integer(reader.next());
  entry.checks = integer(reader.next());
  entry.findings = integer(reader.next());
  entry.versions.program = reader.next().text;
  entry.versions.patterns = reader.next().text;
  return entry;
}

std::string ledger_path(std::string_view path) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  while (path.starts_with("./")) path.remove_prefix(2);
  std::string out;
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t length = output::code_point(path, at).length;
    const std::string_view character = path.substr(at, length);
    if (character == "\\") {
      out += "\\\\";
    } else if (output::valid_utf8(character)) {
      out += character;
    } else {
      const auto byte = static_cast<unsigned char>(path[at]);
      out += {'\\', 'x', digits[byte >> 4U], digits[byte & 15U]};
    }
    at += length;
  }
  return out;
}

std::string path_of_ledger(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size(); ++at) {
    const bool escaped = path[at] == '\\' && at + 1 < path.size();
    if (escaped && path[at + 1] == '\\') {
      out += '\\';
      at += 1;
    } else if (escaped && path[at + 1] == 'x' && at + 3 < path.size() && hex_digit(path[at + 2]) >= 0 && hex_digit(path[at + 3]) >= 0) {
      out += static_cast<char>(hex_digit(path[at + 2]) * 16 + hex_digit(path[at + 3]));
      at += 3;
    } else {
      out += path[at];
    }
  }
  return out;
}

}  // namespace gouji::store
