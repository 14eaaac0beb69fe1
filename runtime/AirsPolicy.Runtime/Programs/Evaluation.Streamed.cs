using AirsPolicy.Runtime.Programs.Streaming;

namespace AirsPolicy.Runtime.Programs;

/// <summary>A text that still arrives: what is known of it stands in for what detectors say of it.</summary>
public sealed partial class Evaluation
{
    private StreamedAnswers? _streamed;

    /// <summary>The evaluations that follow ask for what is known of a text that still arrives; null for whole texts.</summary>
    internal void Stream(StreamedAnswers? answers) => _streamed = answers;
}
