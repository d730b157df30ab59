// Result<T>: what an operation gives that can fail for a reason outside the program (a file, an input, a pattern).
// Data of a report that disagree are never an error: they are warnings and checks. A bug of ours is an assert.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace gouji {

// Why an operation failed, for a person. `code` is a stable snake_case word of the contract (a refusal's code).
struct Error {
  std::string code;
  std::string message;  // what and where
  std::string hint;     // what to do; may be empty
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string code, std::string message, std::string hint = {}) {
  return tl::unexpected<Error>(Error{std::move(code), std::move(message), std::move(hint)});
}

}  // namespace gouji
