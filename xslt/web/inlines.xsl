<?xml version="1.0" encoding="UTF-8"?>
<!-- What stands in a line: emphasis, languages, dates, references, terms. -->
<xsl:stylesheet version="3.0" exclude-result-prefixes="#all"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:fn="http://www.w3.org/2005/xpath-functions"
    xmlns:d="urn:dragoman:functions"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <!-- What means nothing to the eye but has an id, a language or delimiters. Its names stand in several rules:
       a stylesheet with all of them in one pattern takes half as long again to compile. -->

  <!-- Words and their forms -->
  <xsl:template match="seg | s | phr | cl | w | m | c | pc | num | measure | measureGrp | unit | offset | distinct | socalled | interp
      | span | hyphenation | string" mode="d:text">
    <xsl:call-template name="d:inline"/>
  </xsl:template>

  <!-- Names and dates -->
  <xsl:template match="date | time | name | rs | persName | placeName | orgName | geogName | objectName | eventName | forename
      | surname | addName | genName | nameLink | roleName | origDate | origPlace" mode="d:text">
    <xsl:call-template name="d:inline"/>
  </xsl:template>

  <!-- Places -->
  <xsl:template match="country | region | settlement | district | bloc | geogFeat | street | postCode | postBox | email | geo | locale
      | setting | settingDesc | climate | terrain | population | nationality" mode="d:text">
    <xsl:call-template name="d:inline"/>
  </xsl:template>

  <!-- Persons, and what is said of them -->
  <xsl:template match="affiliation | occupation | age | birth | death | floruit | sex | gender | faith | residence | education
      | langKnowledge | langKnown | persPronouns | persona | socecStatus | particDesc" mode="d:text">
    <xsl:call-template name="d:inline"/>
  </xsl:template>

  <!-- What happens -->
  <xsl:template match="state | trait | event | activity | relation | meeting | incident | kinesic | vocal | writing | ellipsis | object
      | nym" mode="d:text">
    <xsl:call-template name="d:inline"/>
  </xsl:template>

  <!-- References and books -->
  <xsl:template match="idno | ident | author | editor | publisher | pubPlace | biblScope | edition | series | respStmt | resp | extent
      | ptr | locus | locusGrp | citedRange | repository | institution | collection | msName" mode="d:text">
    <xsl:call-template name="d:inline"/>
  </xsl:template>

  <!-- Statements about an edition -->
  <xsl:template match="label | desc | funder | sponsor | principal | authority | distributor | abstract | textLang | stdVals | creation
      | language | classCode | headItem | headLabel | eg" mode="d:text">
    <xsl:call-template name="d:inline"/>
  </xsl:template>

  <!-- Readings and changes -->
  <xsl:template match="abbr | expan | ex | am | orig | reg | corr | sic | add | lem | rdg | rdgGrp | wit | witness | rt | listTranspose
      | substJoin" mode="d:text">
    <xsl:call-template name="d:inline"/>
  </xsl:template>

  <!-- The surface of a source -->
  <xsl:template match="space | damage | restore | handShift | mod | retrace | redo | undo | metamark | line | zone | surface" mode="d:text">
    <xsl:call-template name="d:inline"/>
  </xsl:template>

  <!-- Links and points -->
  <xsl:template match="anchor | fs | f | link | linkGrp | join | joinGrp | alt | altGrp | when | timeline | listChange" mode="d:text">
    <xsl:call-template name="d:inline"/>
  </xsl:template>

  <!-- What a manuscript is made of -->
  <xsl:template match="stamp | seal | heraldry | watermark | catchwords | signatures | secFol | material | objectType | dim | height
      | width | depth" mode="d:text">
    <xsl:call-template name="d:inline"/>
  </xsl:template>

  <!-- Parts of a dictionary -->
  <xsl:template match="rhyme | oRef | pRef | pos | gen | number | case | per | tns | mood | iType | subc | colloc | hyph | syll
      | stress | lang | lbl | xr" mode="d:text">
    <xsl:call-template name="d:inline"/>
  </xsl:template>

  <xsl:template name="d:inline">
    <xsl:choose>
      <!-- Most of them in most texts: no element where it would say nothing. -->
      <xsl:when test="not(@xml:id or @xml:lang or @rend or @rendition)">
        <xsl:apply-templates mode="d:text"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{d:container(.)}">
          <xsl:call-template name="d:common"/>
          <xsl:call-template name="d:delimited"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How a word is said, above it. -->
  <xsl:template match="ruby" mode="d:text">
    <ruby><xsl:call-template name="d:common"/><xsl:apply-templates mode="d:text"/></ruby>
  </xsl:template>

  <xsl:template match="rb" mode="d:text"><xsl:apply-templates mode="d:text"/></xsl:template>

  <xsl:template match="ruby/rt[not(d:has-blocks(.))]" mode="d:text">
    <rt><xsl:call-template name="d:common"/><xsl:apply-templates mode="d:text"/></rt>
  </xsl:template>

  <!-- Markup that is spoken of is shown as it is written. -->
  <xsl:template match="Q{http://www.tei-c.org/ns/Examples}egXML" mode="d:text">
    <code>
      <!-- Namespaces and numbers of mentions stand in tags; text may speak of them. -->
      <xsl:value-of select="(string-join(node() ! serialize(., map { 'method': 'xml', 'omit-xml-declaration': true() }))
          => analyze-string('&lt;[^&gt;]*>'))/*/(if (self::fn:match) then replace(., ' (xmlns(:[^=]+)?|mention-number)=&quot;[^&quot;]*&quot;', '') else string())
          => string-join() => normalize-space()"/>
    </code>
  </xsl:template>

  <xsl:template match="emph" mode="d:text">
    <xsl:variable name="looks" select="d:looks(.)"/>
    <xsl:element name="{if (d:has-blocks(.)) then 'div' else 'em'}">
      <xsl:if test="exists($looks)"><xsl:attribute name="class" select="$looks"/></xsl:if>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </xsl:element>
  </xsl:template>

  <!-- The looks that the TEI Guidelines and the projects we read use in @rend and @rendition; others are kept as content. -->
  <xsl:variable name="d:looks" static="yes" as="map(xs:string, xs:string)" select="map {
      'italic': 'i', 'italics': 'i', 'i': 'i', 'it': 'i', 'bold': 'b', 'b': 'b', 'strong': 'b', 'underline': 'u', 'underlined': 'u',
      'u': 'u', 'smallcaps': 'sc', 'small-caps': 'sc', 'sc': 'sc', 'superscript': 'sup', 'sup': 'sup', 'super': 'sup',
      'subscript': 'sub', 'sub': 'sub', 'strikethrough': 'del', 'spaced': 'spaced', 'letterspaced': 'spaced', 'g': 'spaced' }"/>

  <xsl:function name="d:looks" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="distinct-values(tokenize($element/@rend || ' ' || replace($element/@rendition, '#', '')) ! lower-case(.) ! $d:looks(.))"/>
  </xsl:function>

  <xsl:template match="hi | title | foreign | mentioned | soCalled | gloss | term | code | gi | att | val | tag | formula | def | orth
      | pron | gram | usg | cit/bibl" mode="d:text">
    <xsl:variable name="looks" select="d:looks(.)"/>
    <xsl:element name="{if (self::code) then 'code' else if (self::title and not(d:has-blocks(.))) then 'cite' else d:container(.)}">
      <xsl:variable name="class" select="local-name()[not(. = 'hi')], $looks, @level"/>
      <xsl:if test="exists($class)">
        <xsl:attribute name="class" select="$class"/>
      </xsl:if>
      <xsl:call-template name="d:common"/>
      <xsl:call-template name="d:delimited"/>
    </xsl:element>
  </xsl:template>

  <!-- A reference leads where it may; where it may not, its words stay. -->
  <xsl:template match="ref" mode="d:text">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="targets" select="tokenize(@target)[d:leads-somewhere(., root(current()))] ! d:href(.)"/>
    <xsl:choose>
      <xsl:when test="exists($targets) and not($in-link) and not(d:has-links(.))">
        <a href="{$targets[1]}">
          <xsl:call-template name="d:common"/>
          <xsl:call-template name="d:delimited">
            <xsl:with-param name="in-link" select="true()" tunnel="yes"/>
          </xsl:call-template>
        </a>
        <xsl:call-template name="d:further-targets">
          <xsl:with-param name="targets" select="tail($targets)"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{d:container(.)}">
          <xsl:call-template name="d:common"/>
          <xsl:call-template name="d:delimited"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Only what stands in the text is on the page: a pointer into the header leads nowhere. -->
  <xsl:function name="d:leads-somewhere" as="xs:boolean">
    <xsl:param name="target" as="xs:string"/>
    <xsl:param name="root" as="document-node()"/>
    <xsl:sequence select="if (starts-with($target, '#')) then exists(id(substring($target, 2), $root)/ancestor-or-self::text) else true()"/>
  </xsl:function>

  <!-- A pointer has no words: it shows the number of the note or the heading that it points to, or its address. -->
  <xsl:template match="ptr[tokenize(@target)[d:leads-somewhere(., root(current()))] ! d:href(.)]" mode="d:text" priority="1">
    <xsl:param name="in-link" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="root" select="root(.)"/>
    <xsl:for-each select="tokenize(@target)[d:leads-somewhere(., $root)][d:href(.)]">
      <xsl:choose>
        <xsl:when test="$in-link"><xsl:value-of select="."/></xsl:when>
        <xsl:otherwise>
          <xsl:variable name="there" select="id(substring-after(.[starts-with(., '#')], '#'), $root)"/>
          <a href="{d:href(.)}"><xsl:value-of select="($there/self::note ! d:note-label(.), $there/head[1] ! d:reading(.), .)[. ne ''][1]"/></a>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- The second, third … of several addresses on one name or reference. -->
  <xsl:template name="d:further-targets" as="element()*">
    <xsl:param name="targets" as="xs:string*"/>
    <xsl:for-each select="$targets">
      <sup class="further"><a href="{.}"><xsl:value-of select="position() + 1"/></a></sup>
    </xsl:for-each>
  </xsl:template>

  <!-- A link in a link is no HTML: the outer one stands back. -->
  <xsl:function name="d:has-links" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*) and (exists($element//(persName | placeName | orgName | rs | name | geogName)[@ref])
        or d:has-links-but-names($element))"/>
  </xsl:function>

  <xsl:function name="d:has-links-but-names" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/*) and exists($element//(ref | ptr | note[d:note-series(.) ne 'inline']))"/>
  </xsl:function>

  <!-- A character that XML cannot hold shows as the picture of the control character; any other g as its content. -->
  <xsl:template match="g" mode="d:text">
    <xsl:variable name="code" select="replace(@ref, '^#U00([01][0-9A-F])$', '$1')[. ne string(current()/@ref)]"/>
    <xsl:choose>
      <xsl:when test="node()"><xsl:apply-templates mode="d:text"/></xsl:when>
      <xsl:when test="$code">
        <xsl:variable name="value" select="string-length(substring-before('0123456789ABCDEF', substring($code, 2))) + 16 * xs:integer(substring($code, 1, 1))"/>
        <span class="g"><xsl:value-of select="codepoints-to-string(9216 + $value)"/></span>
      </xsl:when>
      <xsl:otherwise><span class="g" title="{(@ref, @type)[1]}">�</span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="pc[@force = 'weak']" mode="d:text" priority="1">
    <span class="src"><xsl:apply-templates mode="d:text"/></span>
  </xsl:template>

</xsl:stylesheet>
