// One input of an archive → what the store gets of it. Looks at the file, skips what the ledger knows, audits the rest.
#pragma once

#include <optional>
#include <string>

#include "app/auditor.h"
#include "output/store/ledger.h"

namespace gouji::app {

// What can be known of a file without reading it; none of a pipe, of standard input and of what does not exist. A file in an
// archive has its own size and the archive's time.
struct FileState {
  std::optional<std::int64_t> bytes, modified;
  friend bool operator==(const FileState&, const FileState&) = default;
};
FileState file_state(const corpus::Input& input);

// An input that is already as the ledger says needs no delivery.
struct Unchanged {};
using Ingested = std::variant<Unchanged, store::Delivery>;

// Reads and audits one input. `known`: what the ledger says of its path. A file that changes while it is read is read once
// more, then refused ("changed_while_read"). Otherwise the refusals of Auditor::run. Safe from several threads; throws nothing
// but std::bad_alloc.
Ingested ingest_input(const Auditor& auditor, corpus::Input input, const std::optional<store::LedgerEntry>& known, const store::Versions& versions,
                      Language language);

// A refusal that the caller saw, as the ledger gets it.
store::Delivery refused_delivery(const std::string& path, const FileState& state, Error error, const store::Versions& versions, Language language);

}  // namespace gouji::app
