using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Scores;
using AirsPolicy.Text.Windows;

namespace AirsPolicy.Runtime.Programs.Streaming;

/// <summary>
/// What detectors say so far of an answer that still arrives, and what rules want hidden in it. Once something is found it stays found.
/// </summary>
internal sealed class StreamedAnswers(WindowPlan plan, WindowScan scan)
{
    private readonly SpanBuffer _none = new();

    /// <summary>The handle that stands for the answer; no other text has it.</summary>
    public long Text { get; set; }

    /// <summary>Every detector is taken to have found all that it can: which rules may still fire.</summary>
    public bool AssumeAll { get; set; }

    /// <summary>What the rules of an evaluation want hidden.</summary>
    public List<StreamedRedaction> Hidden { get; } = [];

    /// <summary>What a detector says; one that is only known of the whole says nothing.</summary>
    public DetectorResult AnswerOf(int detector)
    {
        var place = plan.PlaceOf(detector);
        var (found, score) = place < 0 ? (false, 0) : AssumeAll ? (true, (int)Millionths.Whole) : (scan[place].Found, scan[place].Score);
        return new DetectorResult(new Answer(0, found, score, 0, 0), _none);
    }

    /// <summary>A rule hides what a detector finds in the answer.</summary>
    public void Hide(int rule, RedactEffect effect, int detector, string[] except) =>
        Hidden.Add(new StreamedRedaction(rule, effect, plan.PlaceOf(detector), except));
}

/// <summary>Something that a rule hides in an answer.</summary>
/// <param name="Rule">The number of the rule.</param>
/// <param name="Effect">The effect, without spans.</param>
/// <param name="Place">The place of the detector in the plan.</param>
/// <param name="Except">Findings that stay.</param>
internal sealed record StreamedRedaction(int Rule, RedactEffect Effect, int Place, string[] Except);
