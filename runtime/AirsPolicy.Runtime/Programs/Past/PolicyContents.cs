using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State.Contents;

namespace AirsPolicy.Runtime.Programs.Past;

/// <summary>
/// What a decision brings into its session once it goes on: what its point and tool bring, and the labels of its own effects.
/// </summary>
internal static class PolicyContents
{
    public static RecordedContent[] Of(in Turn turn, Decision decision)
    {
        var (brought, state) = (turn.Past!.Contents, turn.State);
        var contents = new List<RecordedContent>(brought.Length);
        foreach (var table in brought)
        {
            if (turn.Evaluation.BroughtBy(table, state.OriginBits) is { } content)
                contents.Add(content);
        }
        var labels = state.Contents.Bits.Of(decision.Content.Labels.Select(NameOf));
        if (labels != 0)
            contents.Insert(0, new RecordedContent(contents.Count > 0 ? contents[0].Session : null, labels, [], IsIncomplete: false));
        return [.. contents];
    }

    // Labels of one name are one label, whichever packages declare them.
    private static string NameOf(string qualified) => qualified[(qualified.LastIndexOf('.') + 1)..];
}
