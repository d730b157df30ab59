// What the stores and the archive's commands say to a person, in both languages. Pure.
#pragma once

#include "model/language.h"
#include "output/store/store.h"

namespace gouji::store {

// The message and hint of a store's error in the language; what SQLite or the server said stays in brackets.
Error localized(Error error, Language language);
std::string word(Status status, Language language);  // 已入库, stored

}  // namespace gouji::store
