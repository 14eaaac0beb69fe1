using System.Text;
using System.Text.Json;

namespace AirsPolicy.Hosting.Reviewing;

/// <summary>One line that a reviewer or an operator sends. Nothing in it says who they are.</summary>
/// <param name="Action">What they ask for.</param>
/// <param name="Number">Of which request; 0 where they ask for the list.</param>
/// <param name="Queue">In which queue, or null.</param>
/// <param name="Digest">What they have seen, or null.</param>
/// <param name="Text">Their comment or reason, or null.</param>
/// <param name="Content">What they make of the content, as JSON; empty for nothing.</param>
internal sealed record DeskRequest(
    DeskAction Action, long Number = 0, string? Queue = null, string? Digest = null, string? Text = null, byte[]? Content = null)
{
    /// <summary>What kind is halted or lifted, or null.</summary>
    public string? Scope { get; init; }

    /// <summary>Which one, or which chart; null where they do not say.</summary>
    public string? Id { get; init; }

    /// <summary>Which one is lifted, as <c>status</c> says it of ids that are too long to be shown; or null.</summary>
    public string? Key { get; init; }

    /// <summary>The state of a chart, or null.</summary>
    public string? State { get; init; }

    /// <summary>For how long something is halted, as the language writes durations; null until somebody lifts it.</summary>
    public string? For { get; init; }

    private static readonly JsonDocumentOptions s_once = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a line; null where it is no request. A member that is not known makes it none.</summary>
    public static DeskRequest? Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line, s_once);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Read(json.RootElement) : null;
        }
        // A text with half of a pair of surrogates is found out where it is taken.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static DeskRequest? Read(JsonElement json)
    {
        DeskAction? action = null;
        var request = new DeskRequest(DeskAction.List);
        foreach (var member in json.EnumerateObject())
        {
            switch (member.Name, member.Value.ValueKind)
            {
                case ("do", JsonValueKind.String):
                    action = ActionOf(member.Value.GetString()!);
                    break;
                case ("number", JsonValueKind.Number) when member.Value.TryGetInt64(out var number):
                    request = request with { Number = number };
                    break;
                case ("queue", JsonValueKind.String):
                    request = request with { Queue = member.Value.GetString() };
                    break;
                case ("digest", JsonValueKind.String):
                    request = request with { Digest = member.Value.GetString() };
                    break;
                case ("text", JsonValueKind.String):
                    request = request with { Text = member.Value.GetString() };
                    break;
                case ("scope", JsonValueKind.String):
                    request = request with { Scope = member.Value.GetString() };
                    break;
                case ("id", JsonValueKind.String):
                    request = request with { Id = member.Value.GetString() };
                    break;
                case ("key", JsonValueKind.String):
                    request = request with { Key = member.Value.GetString() };
                    break;
                case ("state", JsonValueKind.String):
                    request = request with { State = member.Value.GetString() };
                    break;
                case ("for", JsonValueKind.String):
                    request = request with { For = member.Value.GetString() };
                    break;
                case ("content", _):
                    request = request with { Content = Encoding.UTF8.GetBytes(member.Value.GetRawText()) };
                    break;
                default:
                    return null;
            }
        }
        return action is { } asked ? request with { Action = asked } : null;
    }

    private static DeskAction? ActionOf(string name)
    {
        foreach (var action in Enum.GetValues<DeskAction>())
        {
            if (string.Equals(name, NameOf(action), StringComparison.Ordinal))
                return action;
        }
        return null;
    }

    /// <summary>The action as it is written.</summary>
    public static string NameOf(DeskAction action) => action.ToString().ToLowerInvariant();
}
