using System.Collections.Immutable;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler;

/// <summary>A policy as compiled code with its tables.</summary>
/// <param name="Code">The emitted C#.</param>
/// <param name="Image">The assembly, without debug information.</param>
/// <param name="Symbols">The portable PDB, which leads back to the <c>.airs</c> files.</param>
/// <param name="Tables">What the code names by number.</param>
public sealed record CompiledProgram(string Code, ImmutableArray<byte> Image, ImmutableArray<byte> Symbols, ProgramTables Tables);
