using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.State;
using AirsPolicy.Runtime.State.Contents;

namespace AirsPolicy.Runtime.Programs;

/// <summary>What a decision brings into its session once it goes on: what its point and tool bring, and the labels of its own effects.</summary>
internal static class ContentsOverTime
{
    public static RecordedContent[] Of(Decision decision, StandingPast past, Evaluation evaluation, PolicyState state)
    {
        if (past.Contents.Length == 0)
            return [];
        var contents = new List<RecordedContent>(past.Contents.Length);
        foreach (var table in past.Contents)
        {
            if (evaluation.BroughtBy(table, state.OriginBits) is { } content)
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
