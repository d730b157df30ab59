#include "app/ingest_messages.h"

#include <array>
#include <cstring>
#include <stdexcept>

namespace gouji::app {
namespace {

using Size = std::uint64_t;

void append(std::string& out, Size value) {
  std::array<char, sizeof(Size)> bytes{};
  std::memcpy(bytes.data(), &value, sizeof(Size));
  out.append(bytes.data(), bytes.size());
}

void append(std::string& out, std::string_view text) {
  append(out, Size{text.size()});
  out.append(text);
}

Size take_size(std::string_view& message) {
  Size value = 0;
  if (message.size() < sizeof(Size)) throw std::runtime_error("a message that ends early");
  std::memcpy(&value, message.data(), sizeof(Size));
  message.remove_prefix(sizeof(Size));
  return value;
}

std::string_view take_text(std::string_view& message) {
  const Size size = take_size(message);
  if (message.size() < size) throw std::runtime_error("a message that ends early");
  const std::string_view text = message.substr(0, size);
  message.remove_prefix(size);
  return text;
}

void append_entry(std::string& out, const store::LedgerEntry& entry) {
  store::Rows row;
  store::add_entry(row, entry);
  append(out, std::string_view(row.bytes()));
}

store::LedgerEntry take_entry(std::string_view& message) {
  store::RowReader reader(take_text(message));
  return store::next_entry(reader);
}

// An input's bytes, or the refusal in their place.
void append_held(std::string& out, const Result<std::string>& held) {
  if (held) return append(out, std::string_view(*held));
  for (const std::string* text : {&held.error().message, &held.error().hint, &held.error().code}) append(out, std::string_view(*text));
}

Result<std::string> take_held(std::string_view& message) {
  std::string text(take_text(message));
  if (message.empty()) return text;
  std::string hint(take_text(message));
  return fail(std::string(take_text(message)), std::move(text), std::move(hint));
}

}  // namespace

std::string encoded(const IngestRequest& request) {
  std::string out;
  append(out, std::string_view(request.input.path));
  append(out, Size{request.known.has_value()});
  if (request.known) append_entry(out, *request.known);
  if (request.input.held) append_held(out, *request.input.held);
  return out;
}

IngestRequest request_of(std::string_view message) {
  IngestRequest request;
  request.input.path = take_text(message);
  if (take_size(message) != 0) request.known = take_entry(message);
  if (!message.empty()) request.input.held = take_held(message);
  return request;
}

std::string encoded(const Ingested& ingested) {
  std::string out;
  const auto* delivery = std::get_if<store::Delivery>(&ingested);
  if (delivery == nullptr) return out;
  append_entry(out, delivery->entry);
  if (!delivery->records) return out;
  for (const store::Rows& rows : delivery->records->tables) {
    append(out, rows.count());
    append(out, std::string_view(rows.bytes()));
  }
  return out;
}

Ingested ingested_of(std::string_view message) {
  if (message.empty()) return Unchanged{};
  store::Delivery delivery;
  delivery.entry = take_entry(message);
  if (message.empty()) return delivery;
  delivery.records.emplace();
  for (store::Rows& rows : delivery.records->tables) {
    const Size count = take_size(message);
    rows = store::Rows::from(std::string(take_text(message)), count);
  }
  return delivery;
}

}  // namespace gouji::app
