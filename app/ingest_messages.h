// What the run and its workers say to each other: a request is an input with what the ledger knows of it, an answer is what it gave.
// Bytes that are no message throw std::runtime_error.
#pragma once

#include <string>
#include <string_view>

#include "app/ingest_input.h"

namespace gouji::app {

struct IngestRequest {
  corpus::Input input;
  std::optional<store::LedgerEntry> known;
};

std::string encoded(const IngestRequest& request);
IngestRequest request_of(std::string_view message);
std::string encoded(const Ingested& ingested);
Ingested ingested_of(std::string_view message);

}  // namespace gouji::app
