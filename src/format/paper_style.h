/*
 * paper_style: how the HTML of papers looks, on a screen of any width and on paper.
 */
#ifndef FORMAT_PAPER_STYLE_H
#define FORMAT_PAPER_STYLE_H

extern const char paper_style[];

#endif
