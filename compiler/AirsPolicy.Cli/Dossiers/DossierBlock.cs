using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Dossiers;

/// <summary>A piece of a section. Every form of a report writes the same pieces.</summary>
internal abstract record DossierBlock;

/// <summary>A paragraph.</summary>
internal sealed record ProseBlock(string Text) : DossierBlock;

/// <summary>Figures that are read first.</summary>
internal sealed record FiguresBlock(ValueList<DossierFigure> Figures) : DossierBlock;

/// <summary>Names with what they are.</summary>
internal sealed record ListBlock(ValueList<DossierFigure> Items) : DossierBlock;

/// <summary>A table. Programs find its cells by the names of its columns.</summary>
/// <param name="Id">Its name for programs.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">The names of its columns.</param>
/// <param name="Rows">The cells, as many a row as there are columns.</param>
internal sealed record TableBlock(string Id, string Caption, ValueList<string> Columns, ValueList<ValueList<DossierCell>> Rows)
    : DossierBlock;

/// <summary>Bars, one below the other: how much of each is held.</summary>
internal sealed record SharesBlock(string Caption, ValueList<DossierShare> Shares) : DossierBlock;

/// <summary>The four states of a layer, and what leads from one to the next.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Worse">The numbers of what leads into each state, by state; the first is empty.</param>
/// <param name="Better">Who leads out of each state, by state; the first is empty.</param>
internal sealed record StatesBlock(string Layer, ValueList<string> Worse, ValueList<string> Better) : DossierBlock;
