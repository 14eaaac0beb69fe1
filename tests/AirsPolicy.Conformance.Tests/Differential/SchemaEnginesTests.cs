using System.Text.Json.Nodes;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Arguments with JSON Schemas, right and slightly wrong: reading into a frame refuses what the schema itself refuses.</summary>
public class SchemaEnginesTests
{
    private const int Cases = 3_000;

    private static readonly (string Tool, string Args)[] s_right =
    [
        (
            "pay",
            """{ "id": "2eb8aa08-aa98-11ea-b4aa-73b441d16380", "amount": 5.25, "kind": "card", "last_four": "1234", "tags": ["a", "b"], "note": null }"""
        ),
        (
            "pay",
            """{ "id": "2eb8aa08-aa98-11ea-b4aa-73b441d16380", "amount": 1e3, "kind": "bank", "iban": "GB33BUKB20201555555555", "approver": "nobody", "note": "x" }"""
        ),
        (
            "pay",
            """
            { "id": "2eb8aa08-aa98-11ea-b4aa-73b441d16380", "amount": 150, "currency": "EUR", "kind": "card", "last_four": "0000",
              "parent": { "id": "2eb8aa08-aa98-11ea-b4aa-73b441d16380", "amount": 1, "kind": "bank", "iban": "GB33BUKB20201555555555" } }
            """
        ),
        (
            "file_receipt",
            """{ "id": "a", "lines": [{ "fee": 1.50 }, { "fee": "2", "copies": 3 }, { "fee": { "amount": 7, "currency": "GBP" } }] }"""
        ),
        ("file_receipt", """{ "id": "b" }"""),
    ];

    private static readonly string[] s_values =
    [
        "null",
        "true",
        "0",
        "-1",
        "1.0",
        "2.505",
        "1e30",
        "\"\"",
        "\"a\"",
        "\"card\"",
        "\"bank\"",
        "\"12345\"",
        "[]",
        "[1]",
        "[\"a\",\"a\"]",
        "{}",
        "{\"fee\":1}",
    ];

    private static readonly string[] s_names =
    [
        "id",
        "amount",
        "kind",
        "last_four",
        "iban",
        "approver",
        "note",
        "lines",
        "fee",
        "copies",
        "other",
    ];

    [Fact]
    public void Interpreter_and_emitted_code_refuse_the_same_arguments()
    {
        var model = Model();
        var interpreter = new PolicyInterpreter(model);
        using var emitted = new EmittedEngine(model);
        var differences = new Differences();
        var random = new Random(20_270_131);
        var refused = 0;
        for (var i = 0; i < Cases; i++)
        {
            var (tool, right) = s_right[random.Next(s_right.Length)];
            var args = JsonNode.Parse(right)!;
            for (var changes = random.Next(3); changes > 0; changes--)
                Change(args, random);
            var facts = new JsonObject { ["tool"] = tool, ["args"] = args }.ToJsonString();
            var expected = interpreter.Decide("tool_call", facts);
            refused += expected.Failure?.Kind == FailureKind.MisfitFact ? 1 : 0;
            differences.Compare($"Case {i} on {facts}", expected, emitted.Decide("tool_call", facts));
        }
        differences.AssertNone();
        Assert.InRange(refused, Cases / 4, Cases * 3 / 4);
    }

    // Anywhere in the value: puts another value in the place of one, adds one, or takes one away.
    private static void Change(JsonNode args, Random random)
    {
        var records = All(args).OfType<JsonObject>().ToList();
        var record = records[random.Next(records.Count)];
        var name = s_names[random.Next(s_names.Length)];
        if (random.Next(4) == 0)
            record.Remove(name);
        else
            record[name] = JsonNode.Parse(s_values[random.Next(s_values.Length)]);
    }

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject record => [record, .. record.Select(member => member.Value).OfType<JsonNode>().SelectMany(All)],
        JsonArray list => [list, .. list.OfType<JsonNode>().SelectMany(All)],
        _ => [node],
    };

    private static PolicyModel Model()
    {
        var folder = PackageFolder.Read(Repository.PathOf("tests", "corpus", "policies", "schemas.airs"));
        var analysis = PolicyBinder.Bind(
            folder.Packages.Single(package => package.Trees.Any(tree => tree.Source.Name == "schemas.airs")),
            new PackageLocator([folder]));
        Assert.Empty(analysis.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        return analysis.Model!;
    }
}
