using System.Collections.Immutable;

namespace AirsPolicy.Compiler.Compilation;

/// <summary>A compiled program.</summary>
/// <param name="Image">The assembly, without debug information.</param>
/// <param name="Symbols">Its portable PDB: documents and sequence points, nothing of the machine or the references.</param>
internal sealed record PolicyAssembly(ImmutableArray<byte> Image, ImmutableArray<byte> Symbols);
