using System.Text.Json.Serialization;

namespace AirsPolicy.Cli.Covering;

/// <summary>A case of the framework.</summary>
/// <param name="Id">Its id, with which the title of a test begins.</param>
/// <param name="Title">What it is about, or null.</param>
/// <param name="Source">The page of the framework, or null.</param>
/// <param name="ShownBy">
/// The test of this project that shows what no policy test can: what the compiler, the build or the host decides. Else null.
/// </param>
internal sealed record FrameworkCase(
    string Id, string? Title, string? Source, [property: JsonPropertyName("shown_by")] string? ShownBy);
