using System.Text.Json.Nodes;

namespace AirsPolicy.Cli.Reviewing;

/// <summary>A desk that lists only some of what waits.</summary>
/// <param name="holds">Says of which requests it tells.</param>
internal sealed class FilteredDesk(IDesk desk, Func<WaitingItem, bool> holds) : IDesk
{
    public JsonObject Ask(JsonObject request)
    {
        var answer = desk.Ask(request);
        if (answer["items"] is JsonArray items)
            items.RemoveAll(item => item is not JsonObject one || !holds(new WaitingItem(one)));
        return answer;
    }
}
