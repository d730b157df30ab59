#include "output/store/rows.h"

#include <cstring>
#include <stdexcept>

#include "output/utf8.h"

namespace gouji::store {
namespace {

template <class T>
void put(std::string& out, T value) {
  std::array<char, sizeof(T)> bytes{};
  std::memcpy(bytes.data(), &value, sizeof(T));
  out.append(bytes.data(), bytes.size());
}

template <class T>
T read(std::string_view bytes) {
  T value{};
  std::memcpy(&value, bytes.data(), sizeof(T));
  return value;
}

// PostgreSQL's text can hold neither broken UTF-8 nor NUL; what one store cannot hold none does.
std::string mended(std::string_view text) {
  std::string out = output::replace_invalid_utf8(text);
  for (std::size_t at = out.find('\0'); at != std::string::npos; at = out.find('\0', at)) out.replace(at, 1, "\xEF\xBF\xBD");
  return out;
}

}  // namespace

void Rows::integer(std::int64_t value) {
  bytes_ += 'i';
  put(bytes_, value);
}

void Rows::boolean(bool value) {
  bytes_ += 'b';
  bytes_ += value ? '\1' : '\0';
}

void Rows::text(std::string_view value) {
  if (!output::valid_utf8(value) || value.find('\0') != std::string_view::npos) return text(mended(value));
  bytes_ += 't';
  put(bytes_, static_cast<std::uint32_t>(value.size()));
  bytes_.append(value);
}

void Rows::value(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return null();
    case Value::Kind::integer:
      return integer(value.integer);
    case Value::Kind::boolean:
      return boolean(value.integer != 0);
    case Value::Kind::text:
      return text(value.text);
  }
}

Rows Rows::from(std::string bytes, std::uint64_t count) {
  Rows rows;
  rows.bytes_ = std::move(bytes);
  rows.count_ = count;
  return rows;
}

std::string_view RowReader::take(std::size_t count) {
  if (count > rest_.size()) throw std::runtime_error("rows that end inside a value");
  const std::string_view out = rest_.substr(0, count);
  rest_.remove_prefix(count);
  return out;
}

Value RowReader::next() {
  switch (take(1).front()) {
    case 'n':
      return {};
    case 'i':
      return {Value::Kind::integer, read<std::int64_t>(take(sizeof(std::int64_t))), {}};
    case 'b':
      return {Value::Kind::boolean, take(1).front() != '\0' ? 1 : 0, {}};
    case 't':
      return {Value::Kind::text, 0, take(read<std::uint32_t>(take(sizeof(std::uint32_t))))};
    default:
      throw std::runtime_error("rows with an unknown tag");
  }
}

std::size_t Records::bytes() const {
  std::size_t sum = 0;
  for (const Rows& rows : tables) sum += rows.bytes().size();
  return sum;
}

}  // namespace gouji::store
