namespace MediaOps.Tool.Graph.Drawing;

/// <summary>The looks of a drawing, by day and by night. Plain rules without variables, which not every program that shows SVG knows.</summary>
internal static class SvgStyle
{
    /// <summary>The style sheet; its classes begin with <c>mo-</c>, since a drawing may stand inside a page.</summary>
    public const string Sheet =
        """

        .mo-paper { fill: #ffffff; }
        .mo-text { font: 13px system-ui, "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif; fill: #1f2328; }
        .mo-name { font-weight: 600; text-anchor: middle; }
        .mo-title { font-size: 15px; font-weight: 600; }
        .mo-label { text-anchor: middle; }
        .mo-soft { fill: #59636e; }
        .mo-inferred { font-style: italic; }
        .mo-box { fill: #f6f8fa; stroke: #0969da; stroke-width: 1.6; }
        .mo-passing { stroke: #59636e; stroke-dasharray: 5 4; }
        .mo-fault { stroke: #cf222e; }
        .mo-gone { fill: none; stroke: #9198a1; }
        .mo-any { fill: none; stroke: #59636e; stroke-width: 1; }
        .mo-dot { fill: #1f2328; }
        .mo-line { fill: none; stroke: #59636e; stroke-width: 1.4; }
        .mo-failure { stroke: #cf222e; stroke-dasharray: 6 4; }
        .mo-itself { stroke-dasharray: 1.5 4; stroke-linecap: round; }
        .mo-head { fill: #59636e; }
        .mo-head-failure { fill: #cf222e; }
        @media (prefers-color-scheme: dark) {
          .mo-paper { fill: #0d1117; }
          .mo-text { fill: #e6edf3; }
          .mo-soft { fill: #9198a1; }
          .mo-box { fill: #161b22; stroke: #4493f8; }
          .mo-passing { stroke: #9198a1; }
          .mo-fault { stroke: #f85149; }
          .mo-gone { fill: none; stroke: #59636e; }
          .mo-any { fill: none; stroke: #9198a1; }
          .mo-dot { fill: #e6edf3; }
          .mo-line { stroke: #9198a1; }
          .mo-failure { stroke: #f85149; }
          .mo-head { fill: #9198a1; }
          .mo-head-failure { fill: #f85149; }
        }

        """;
}
