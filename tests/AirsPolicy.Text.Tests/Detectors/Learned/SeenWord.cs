namespace AirsPolicy.Text.Tests.Detectors.Learned;

/// <summary>A word as a network sees it.</summary>
/// <param name="Word">The row of the word.</param>
/// <param name="Concept">That of the concept that begins with it; 0 where none does.</param>
/// <param name="Pieces">Those of its runs of letters.</param>
internal readonly record struct SeenWord(int Word, int Concept, int[] Pieces);
