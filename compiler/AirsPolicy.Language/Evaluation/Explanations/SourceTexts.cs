using AirsPolicy.Collections;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Evaluation.Explanations;

/// <summary>The text behind places in the policy's files.</summary>
internal sealed class SourceTexts(ValueList<SourceModel> sources)
{
    private readonly Dictionary<string, string> _files = sources.ToDictionary(s => s.Path, s => s.Content, StringComparer.Ordinal);

    /// <summary>What is written there; empty where the model does not carry the file.</summary>
    public string At(SourcePlace place) =>
        _files.TryGetValue(place.File, out var content) && place.Start <= place.End && place.End <= content.Length
            ? content[place.Start..place.End]
            : "";
}
