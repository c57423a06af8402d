package io.mpoauth2.client.endpoint;

import java.util.Locale;
import java.util.Optional;

/** HTML's names of the characters that a secret may well have in it: of ASCII and Latin-1. */
final class HtmlNames {
  private static final String ASCII =
      "tab=\t newline=\n excl=! quot=\" num=# dollar=$ percnt=% amp=& apos=' lpar=( rpar=) ast=*"
          + " midast=* plus=+ comma=, period=. sol=/ colon=: semi=; lt=< equals== gt=> quest=?"
          + " commat=@ lsqb=[ lbrack=[ bsol=\\ rsqb=] rbrack=] hat=^ lowbar=_ grave=` lcub={"
          + " lbrace={ verbar=| vert=| rcub=} rbrace=}";

  /** From U+00A0 on, one after the other. */
  private static final String LATIN_1 =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn"
          + " sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
          + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave"
          + " Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave"
          + " Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
          + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute"
          + " ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

  private HtmlNames() {}

  /** Gives what a name stands for; in any case, as those who shout in HTML do. */
  static Optional<String> character(String name) {
    int latin = (' ' + LATIN_1 + ' ').indexOf(' ' + name + ' ');
    if (latin >= 0) {
      long before = LATIN_1.substring(0, latin).chars().filter(each -> each == ' ').count();
      return Optional.of(Character.toString((int) (0xA0 + before)));
    }
    String sought = ' ' + name.toLowerCase(Locale.ROOT) + '=';
    int ascii = (' ' + ASCII).indexOf(sought);
    return ascii < 0
        ? Optional.empty()
        : Optional.of(String.valueOf(ASCII.charAt(ascii + sought.length() - 1)));
  }
}
