#include "app/plan.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace gouji::app {
namespace {

std::optional<std::uint64_t> size_of(const Job& job) {
  if (job.bytes) return job.bytes->has_value() ? std::optional<std::uint64_t>((*job.bytes)->data.size()) : std::nullopt;
  std::error_code error;
  if (!std::filesystem::is_regular_file(job.paths.front(), error)) return std::nullopt;
  const std::uint64_t size = std::filesystem::file_size(job.paths.front(), error);
  return error ? std::nullopt : std::optional<std::uint64_t>(size);
}

// "" where the bytes cannot be read: such a job is like no other, and its refusal says why.
std::string hash_of(const Job& job, const corpus::Limits& limits) {
  if (job.bytes) return job.bytes->has_value() ? (*job.bytes)->sha256 : std::string();
  const Result<corpus::Bytes> bytes = corpus::load({job.paths.front()}, limits);
  return bytes ? bytes->sha256 : std::string();
}

std::vector<Job> jobs_of_paths(std::vector<corpus::Input> inputs, const corpus::Limits& limits) {
  std::vector<Job> jobs;
  std::unordered_set<std::string> seen;
  for (corpus::Input& input : inputs) {
    if (!seen.insert(input.path).second) continue;
    Job& job = jobs.emplace_back();
    job.paths.push_back(input.path);
    if (input.path == "-" || input.held) job.bytes = corpus::load(std::move(input), limits);
  }
  return jobs;
}

}  // namespace

std::vector<Job> plan(std::vector<corpus::Input> inputs, const corpus::Limits& limits) {
  std::vector<Job> jobs = jobs_of_paths(std::move(inputs), limits);
  std::map<std::uint64_t, std::vector<std::size_t>> by_size;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (const auto size = size_of(jobs[i])) by_size[*size].push_back(i);
  }
  for (const auto& [size, same_size] : by_size) {
    if (same_size.size() < 2 || size > limits.text_bytes) continue;
    std::unordered_map<std::string, std::size_t> first;
    for (const std::size_t i : same_size) {
      const std::string hash = hash_of(jobs[i], limits);
      if (hash.empty()) continue;
      const auto [found, is_new] = first.emplace(hash, i);
      if (is_new) continue;
      jobs[found->second].paths.push_back(jobs[i].paths.front());
      jobs[i].paths.clear();
    }
  }
  std::erase_if(jobs, [](const Job& job) { return job.paths.empty(); });
  return jobs;
}

}  // namespace gouji::app
