using System.Collections.Frozen;
using AirsPolicy.Language.Syntax;

namespace AirsPolicy.LanguageServer.Features.Completion;

/// <summary>What is written with a word, for clients that take snippets (LSP 3.17, Snippet Syntax).</summary>
internal static class Snippets
{
    private static readonly FrozenDictionary<string, string> s_declarations = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["control"] = "control ${1:name} \"${2:What it does}\" {\n  at ${3:input}\n  when ${4:condition} then ${5:block}\n}",
        ["data"] = "data ${1:name}: { ${2:key}: ${3:text} } from \"${4:file.csv}\"",
        ["detector"] = "detector ${1:name} \"${2:What it finds}\" {\n  match \"${3:term}\"\n}",
        ["fact"] = "fact ${1:name}: ${2:text}",
        ["let"] = "let ${1:name} = ${2:value}",
        ["param"] = "param ${1:name}: ${2:int} = ${3:value}, ${4|lower,higher|} is stricter",
        ["set"] = "set ${1:name} = ${2:value}",
        ["system"] = "system ${1:name} {\n  owner \"${2:team}\"\n  model \"${3:model}\" from \"${4:provider}\"\n}",
        ["test"] = "test \"${1:what holds}\" {\n  given ${2:input} \"${3:text}\"\n  expect ${4:block}\n}",
        ["group"] = "group ${1:name} { tools ${2:tool} }",
        ["tool"] = "tool ${1:name} {\n  class ${2|read_only,reversible,irreversible,privileged|}\n  args { ${3:argument}: ${4:text} }\n}",
        ["type"] = "type ${1:name} = ${2:text}",
        ["queue"] = "queue ${1:name} { sla ${2:4h}  reviewers \"${3:role}\" }",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> s_members = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["when"] = "when ${1:condition} then ${2:effect}",
        ["always"] = "always ${1:effect}",
        ["let"] = "let ${1:name} = ${2:value}",
        ["given"] = "given ${1:input} \"${2:text}\"",
        ["on"] = "on error ${1:block}",
        ["never"] = "never waived",
        ["mode"] = "mode detect",
        ["approved"] = "approved by \"${1:who}\"",
        ["owner"] = "owner \"${1:team}\"",
        ["found"] = "found at ${1:60%}",
        ["match"] = "match \"${1:term}\"",
        ["args"] = "args { ${1:name}: ${2:text} }",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The snippet of a word that opens a declaration, or with <paramref name="declaration"/> a member of it; null for none.
    /// </summary>
    public static string? Find(string word, Keyword declaration) => declaration switch
    {
        Keyword.None => null,
        TopLevel => s_declarations.GetValueOrDefault(word),
        // The same words mean other things where nothing is decided.
        Keyword.Agent or Keyword.Workflow or Keyword.Judge when word is "never" or "mode" => null,
        _ => s_members.GetValueOrDefault(word),
    };

    /// <summary>Stands for the top of a file, where declarations open.</summary>
    public const Keyword TopLevel = Keyword.Policy;
}
