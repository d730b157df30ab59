// The fields that each kind of entry has beyond those of Entry; private to the room. docs/patterns.md lists them.
#pragma once

#include "patterns/library.h"
#include "patterns/toml_entry.h"

namespace gouji::patterns {

void read_fields(TomlEntry& toml, Unit& unit);
void read_fields(TomlEntry& toml, ComparatorWord& comparator);
void read_fields(TomlEntry& toml, Negative& negative);
void read_fields(TomlEntry& toml, Indicator& indicator);
void read_fields(TomlEntry& toml, BasisWord& basis);
void read_fields(TomlEntry& toml, FundWord& fund);
void read_fields(TomlEntry& toml, ScopeWord& scope);
void read_fields(TomlEntry& toml, PeriodWord& period);
void read_fields(TomlEntry& toml, ChangeWord& change);
void read_fields(TomlEntry& toml, VersusWord& versus);
void read_fields(TomlEntry& toml, MarkerWord& marker);
void read_fields(TomlEntry& toml, Partition& partition);
void read_fields(TomlEntry& toml, ColumnWord& column);
void read_fields(TomlEntry& toml, StandardForm& form);

}  // namespace gouji::patterns
