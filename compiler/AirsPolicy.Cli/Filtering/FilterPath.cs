using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Filtering;

/// <summary>A field, or what lies in it.</summary>
/// <param name="Members">The names of members, from the outside inwards; empty for the field itself.</param>
internal sealed record FilterPath(FilterField Field, ValueList<string> Members);
