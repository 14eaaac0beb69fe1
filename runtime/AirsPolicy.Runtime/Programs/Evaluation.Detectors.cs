using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;

namespace AirsPolicy.Runtime.Programs;

/// <summary>What detectors say of texts.</summary>
public sealed partial class Evaluation
{
    /// <summary>Whether a detector finds something in a text.</summary>
    /// <param name="detector">The number of the detector.</param>
    /// <param name="text">The handle of the text.</param>
    [PolicyCallable]
    public bool Found(int detector, long text) => NoEngine() != 0;

    /// <summary>The score of a detector on a text, in millionths.</summary>
    [PolicyCallable]
    public long Score(int detector, long text) => NoEngine();

    /// <summary>How many matches a detector has in a text.</summary>
    [PolicyCallable]
    public long Matched(int detector, long text) => NoEngine();

    /// <summary>The matches of a detector in a text, as a list of records.</summary>
    [PolicyCallable]
    public long Spans(int detector, long text) => NoEngine();

    /// <summary>Whether a detector finds something in any text of a list or record.</summary>
    /// <param name="detector">The number of the detector.</param>
    /// <param name="shape">The number of the shape of the value.</param>
    /// <param name="slot">The slot of a record; of no meaning for a list.</param>
    /// <param name="value">The handle of a list; of no meaning for a record.</param>
    [PolicyCallable]
    public bool FoundIn(int detector, int shape, int slot, long value) => NoEngine() != 0;

    /// <summary>The greatest score of a detector on the texts of a list or record, in millionths.</summary>
    [PolicyCallable]
    public long ScoreIn(int detector, int shape, int slot, long value) => NoEngine();

    /// <summary>How many matches a detector has in all texts of a list or record.</summary>
    [PolicyCallable]
    public long MatchedIn(int detector, int shape, int slot, long value) => NoEngine();

    /// <summary>Hides what a detector finds in a text, list or record.</summary>
    [PolicyCallable]
    public bool Redact(int rule, int effect, int detector, int shape, int slot, long value) => NoEngine() != 0;

    /// <summary>Hides what a detector finds, but for findings equal to one of a list of texts.</summary>
    [PolicyCallable]
    public bool RedactExcept(int rule, int effect, int detector, int shape, int slot, long value, long except) => NoEngine() != 0;

    private long NoEngine()
    {
        Fail(FailureKind.Detector, "Detectors are not carried out.");
        return 0;
    }
}
