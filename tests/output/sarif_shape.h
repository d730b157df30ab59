// The part of the SARIF 2.1.0 schema (OASIS, sarif-schema-2.1.0.json) that gouji's logs use, as a table: which properties an object may have and
// must have, their types, bounds and words. What is not in the table is an error, as the schema's additionalProperties is false.
#pragma once

#include <rapidjson/document.h>

#include <map>
#include <regex>
#include <string>
#include <vector>

namespace gouji::output::testing {

struct SarifProperty {
  std::string type;  // an object of the table, or "string", "integer", "boolean", "strings" (an object of strings), "bag" (anything)
  bool required = false;
  bool list = false;
  bool unique = false;     // no two elements of the list are the same
  int least = 0;           // integers
  std::string words = {};  // strings: a regular expression that they match as a whole
};
using SarifObject = std::map<std::string, SarifProperty>;

inline const std::map<std::string, SarifObject>& sarif_objects() {
  static const std::map<std::string, SarifObject> objects{
      {"log",
       {{"$schema", {.type = "string", .words = "https://.*"}},
        {"version", {.type = "string", .required = true, .words = "2\\.1\\.0"}},
        {"runs", {.type = "run", .required = true, .list = true}}}},
      {"run",
       {{"tool", {.type = "tool", .required = true}},
        {"columnKind", {.type = "string", .words = "utf16CodeUnits|unicodeCodePoints"}},
        {"results", {.type = "result", .list = true}},
        {"artifacts", {.type = "artifact", .list = true, .unique = true}},
        {"invocations", {.type = "invocation", .list = true}}}},
      {"tool", {{"driver", {.type = "toolComponent", .required = true}}}},
      {"toolComponent",
       {{"name", {.type = "string", .required = true}},
        {"version", {.type = "string"}},
        {"language", {.type = "string", .words = "[a-zA-Z]{2}(-[a-zA-Z]{2})?"}},
        {"rules", {.type = "reportingDescriptor", .list = true, .unique = true}}}},
      {"reportingDescriptor", {{"id", {.type = "string", .required = true}}, {"shortDescription", {.type = "message"}}}},
      {"message", {{"text", {.type = "string", .required = true}}}},
      {"result",
       {{"ruleId", {.type = "string"}},
        {"ruleIndex", {.type = "integer", .least = -1}},
        {"kind", {.type = "string", .words = "notApplicable|pass|fail|review|open|informational"}},
        {"level", {.type = "string", .words = "none|note|warning|error"}},
        {"message", {.type = "message", .required = true}},
        {"locations", {.type = "location", .list = true}},
        {"relatedLocations", {.type = "location", .list = true, .unique = true}},
        {"fingerprints", {.type = "strings"}},
        {"partialFingerprints", {.type = "strings"}},
        {"properties", {.type = "bag"}}}},
      {"location",
       {{"id", {.type = "integer", .least = -1}},
        {"physicalLocation", {.type = "physicalLocation"}},
        {"logicalLocations", {.type = "logicalLocation", .list = true, .unique = true}},
        {"message", {.type = "message"}}}},
      {"physicalLocation", {{"artifactLocation", {.type = "artifactLocation", .required = true}}, {"region", {.type = "region"}}}},
      {"artifactLocation",
       {{"uri", {.type = "string", .words = "[A-Za-z0-9:/?#@!$&'()*+,;=._~%\\[\\]-]*"}}, {"index", {.type = "integer", .least = -1}}}},
      {"region",
       {{"startLine", {.type = "integer", .least = 1}},
        {"startColumn", {.type = "integer", .least = 1}},
        {"endColumn", {.type = "integer", .least = 1}},
        {"byteOffset", {.type = "integer", .least = -1}},
        {"byteLength", {.type = "integer"}},
        {"snippet", {.type = "message"}}}},  // an artifactContent of text alone
      {"logicalLocation", {{"fullyQualifiedName", {.type = "string"}}, {"kind", {.type = "string"}}}},
      {"artifact",
       {{"location", {.type = "artifactLocation"}},
        {"length", {.type = "integer", .least = -1}},
        {"encoding", {.type = "string"}},
        {"hashes", {.type = "strings"}}}},
      {"invocation",
       {{"executionSuccessful", {.type = "boolean", .required = true}}, {"toolExecutionNotifications", {.type = "notification", .list = true}}}},
      {"notification",
       {{"level", {.type = "string", .words = "none|note|warning|error"}},
        {"message", {.type = "message", .required = true}},
        {"descriptor", {.type = "reference"}}}},
      {"reference", {{"id", {.type = "string", .required = true}}}}};
  return objects;
}

// What is wrong with `value` as a `type`; `where` is a path to it.
inline void sarif_faults(const rapidjson::Value& value, const std::string& type, const std::string& where, std::vector<std::string>& faults) {
  if (type == "string" || type == "boolean" || type == "integer") {
    const bool good = type == "string" ? value.IsString() : type == "boolean" ? value.IsBool() : value.IsInt64() || value.IsUint64();
    if (!good) faults.push_back(where + ": no " + type);
    return;
  }
  if (!value.IsObject()) return faults.push_back(where + ": no object");
  if (type == "bag") return;
  if (type == "strings") {
    for (const auto& member : value.GetObject()) sarif_faults(member.value, "string", where + "." + member.name.GetString(), faults);
    return;
  }
  const SarifObject& object = sarif_objects().at(type);
  for (const auto& [name, property] : object)
    if (property.required && !value.HasMember(name.c_str())) faults.push_back(where + ": no " + name);
  for (const auto& member : value.GetObject()) {
    const std::string name = member.name.GetString(), at = where + "." + name;
    const auto found = object.find(name);
    if (found == object.end()) {
      faults.push_back(at + ": not of the schema");
      continue;
    }
    const SarifProperty& property = found->second;
    if (property.list) {
      if (!member.value.IsArray()) {
        faults.push_back(at + ": no array");
        continue;
      }
      for (rapidjson::SizeType i = 0; i < member.value.Size(); ++i) {
        sarif_faults(member.value[i], property.type, at + "[" + std::to_string(i) + "]", faults);
        for (rapidjson::SizeType j = 0; property.unique && j < i; ++j)
          if (member.value[i] == member.value[j]) faults.push_back(at + ": two are the same");
      }
      continue;
    }
    sarif_faults(member.value, property.type, at, faults);
    if (property.type == "integer" && member.value.IsInt64() && member.value.GetInt64() < property.least) faults.push_back(at + ": too small");
    if (!property.words.empty() && member.value.IsString() && !std::regex_match(member.value.GetString(), std::regex(property.words)))
      faults.push_back(at + ": " + member.value.GetString());
  }
}

}  // namespace gouji::output::testing
