using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Text;

namespace AirsPolicy.Language.Tests.Fuzzing;

/// <summary>A package with one changed file, or one that takes such a package in.</summary>
/// <param name="Seed">What repeats it.</param>
/// <param name="File">The changed file.</param>
/// <param name="Root">The package that is looked at.</param>
/// <param name="Packages">Where it finds the packages that it takes in.</param>
internal sealed record PolicyMutant(int Seed, SourceText File, PackageSyntax Root, IPackageLocator Packages);
