using System.Text.Json.Nodes;
using AirsPolicy.Cli.Reviewing;

namespace AirsPolicy.Cli.Tests.Reviewing;

/// <summary>A desk with some requests, which keeps what it was asked.</summary>
internal sealed class FakeDesk : IDesk
{
    public List<JsonObject> Items { get; } = [];

    public List<string> Asked { get; } = [];

    /// <summary>How often nobody answers, from now on.</summary>
    public int Losses { get; set; }

    /// <summary>What is said once a word counts.</summary>
    public string Message { get; set; } = "Done.";

    public JsonObject Ask(JsonObject request)
    {
        if (Losses > 0)
        {
            Losses--;
            throw new DeskLostException("There is no connection to 'x': it is gone.");
        }
        var (action, number) = ((string)request["do"]!, (long?)request["number"]);
        if (action is not ("list" or "show"))
            Asked.Add(request.ToJsonString());
        var item = Items.Find(one => (long?)one["number"] == number);
        switch (action)
        {
            case "list":
                return new JsonObject { ["items"] = new JsonArray([.. Items.Select(one => one.DeepClone())]) };
            case "show":
                return item is null
                    ? new JsonObject { ["answer"] = "Settled", ["message"] = "It went on." }
                    : new JsonObject { ["item"] = item.DeepClone() };
            case "approve" or "refuse" or "edit":
                Items.Remove(item!);
                return new JsonObject { ["answer"] = "Complete", ["message"] = Message };
            default:
                return new JsonObject { ["answer"] = "Done", ["message"] = $"Done: {action}." };
        }
    }

    public static JsonObject Item(long number, string args = """{ "to": "acme" }""", string why = "shop.tool.pay") =>
        Received(new JsonObject
        {
            ["number"] = number,
            ["digest"] = $"d{number}",
            ["priority"] = "normal",
            ["since"] = "2026-11-23T10:00:00Z",
            ["due"] = "2026-11-23T10:30:00Z",
            ["point"] = "tool_call",
            ["tool"] = "pay",
            ["askers"] = new JsonArray("u1"),
            ["queues"] = new JsonArray(new JsonObject { ["name"] = "shop.finance", ["missing"] = 1 }),
            ["why"] = new JsonArray(why),
            ["facts"] = JsonNode.Parse($$"""{ "args": {{args}}, "tool": "pay", "user": { "id": "u1" } }"""),
        });

    private static JsonObject Received(JsonObject sent) => JsonNode.Parse(sent.ToJsonString())!.AsObject();
}
