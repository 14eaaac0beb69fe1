using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>What a JSON Schema describes.</summary>
/// <param name="Shape">The shape, or null where an error keeps it from being known.</param>
/// <param name="Nullable">The whole value may be null, which is absence.</param>
/// <param name="Diagnostics">What is wrong, with places in the schema file and JSON pointers in the messages; by place.</param>
internal sealed record SchemaReading(Shape? Shape, bool Nullable, ImmutableArray<Diagnostic> Diagnostics);
