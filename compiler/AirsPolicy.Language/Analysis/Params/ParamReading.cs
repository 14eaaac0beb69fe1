using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Analysis.Params;

/// <summary>That a value does something to the outcome.</summary>
/// <param name="Place">Where that is seen.</param>
/// <param name="Direction">What a greater value does.</param>
internal readonly record struct ParamReading(SourcePlace Place, Direction Direction);
